package org.rivages.follow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rivages.follow.PlaceNames.NamedPlace;
import org.rivages.search.ContentVersion;
import org.rivages.search.SearchDocument;
import org.rivages.shared.Language;
import org.rivages.shared.LocalizedText;
import org.rivages.site.SiteExamples;

class PlacesTests {
    private final List<NamedPlace> known =
            new ArrayList<>(
                    List.of(
                            place("Tunis", "Tunis", "تونس", "TN", 36.8, 10.2),
                            place("Tunis", "Tunis", "تونس", "TN", 36.9, 10.1),
                            place("Tripoli", "Tripoli", "طرابلس", "LY", 32.9, 13.2),
                            place("Tripoli", "Tripoli", "طرابلس", "LB", 34.4, 35.8),
                            place("Pécs", "Pécs", "بيتش", "HU", 46.1, 18.2),
                            place("Fès", "Fès", "فاس", "MA", 34, -5)));
    private final Places places = new Places(List.of(() -> known), new ContentVersion());

    private static NamedPlace place(
            String en, String fr, String ar, String country, double latitude, double longitude) {
        return new NamedPlace(LocalizedText.of(en, fr, ar), country, latitude, longitude);
    }

    private List<String> find(String typed) {
        return places.find(typed).stream().map(Places.Place::code).toList();
    }

    @Test
    void findsAPlaceByItsCodeAndByItsNameInAnyLanguage() {
        for (String typed : List.of("tunis-tn", "Tunis", "TUNIS", " tunis ", "تونس", "تُونِس")) {
            assertThat(find(typed)).as(typed).containsExactly("tunis-tn");
        }
        assertThat(find("pecs")).containsExactly("pecs-hu");
        assertThat(find("fes")).containsExactly("fes-ma");
    }

    @Test
    void namesAllThatHaveTheName() {
        assertThat(find("Tripoli")).containsExactlyInAnyOrder("tripoli-ly", "tripoli-lb");
        assertThat(find("طرابلس")).hasSize(2);
        assertThat(places.find("tripoli-lb").getFirst().full(SiteExamples.words(Language.EN)))
                .isEqualTo("Tripoli, Lebanon");
    }

    @Test
    void offersWhatBeginsAlike() {
        assertThat(find("Tunise")).isEmpty();
        assertThat(places.like("Tunise").stream().map(Places.Place::code))
                .containsExactly("tunis-tn");
        assertThat(places.like("tr")).isEmpty();
        assertThat(places.like("\"*%_\\")).isEmpty();
        assertThat(find("")).isEmpty();
    }

    @Test
    void listsEachNameOnceInTheOrderOfTheLanguage() {
        assertThat(places.names(SiteExamples.words(Language.FR)))
                .containsExactly("Fès", "Pécs", "Tripoli", "Tunis");
    }

    @Test
    void measuresOnTheGlobe() {
        var paris = new SearchDocument.Place(48.8566, 2.3522);
        var tunis = new SearchDocument.Place(36.8065, 10.1815);
        assertThat(Globe.kilometres(paris, tunis)).isCloseTo(1486, within(5.0));
        assertThat(Globe.kilometres(tunis, tunis)).isZero();
        assertThat(
                        Globe.kilometres(
                                new SearchDocument.Place(0, 179.5),
                                new SearchDocument.Place(0, -179.5)))
                .isCloseTo(111.2, within(0.1));
        assertThat(
                        Globe.kilometres(
                                new SearchDocument.Place(90, 0), new SearchDocument.Place(-90, 0)))
                .isCloseTo(20_015, within(1.0));
    }
}
