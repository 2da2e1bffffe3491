package org.rivages.reviews;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.rivages.applications.ApplicationId;
import org.rivages.applications.ApplicationState;
import org.rivages.applications.ApplicationSummary;
import org.rivages.calls.CallId;
import org.rivages.shared.Language;
import org.rivages.shared.LocalizedText;

class ScoreTests {
    private static final ScoreGrid GRID =
            new ScoreGrid(List.of(criterion("a", 30), criterion("b", 50), criterion("c", 20)));

    private static ScoreGrid.Criterion criterion(String key, int weight) {
        return new ScoreGrid.Criterion(
                key,
                LocalizedText.same(key),
                weight,
                LocalizedText.EMPTY,
                Collections.nCopies(6, LocalizedText.EMPTY));
    }

    @Test
    void aTotalIsTheWeightedMeanInThousandths() {
        assertThat(GRID.total(Map.of("a", 5, "b", 4, "c", 3))).isEqualTo(4100);
        assertThat(GRID.total(Map.of("a", 5, "b", 5, "c", 5))).isEqualTo(5000);
        assertThat(GRID.total(Map.of("a", 0, "b", 0, "c", 0))).isZero();
    }

    @Test
    void severalReviewsAreRoundedOnceAndHalfUp() {
        ScoreGrid thirds = new ScoreGrid(List.of(criterion("a", 1)));
        assertThat(thirds.mean(List.of(Map.of("a", 1), Map.of("a", 1), Map.of("a", 0))))
                .isEqualTo(667);
        assertThat(thirds.mean(List.of(Map.of("a", 1), Map.of("a", 0), Map.of("a", 0))))
                .isEqualTo(333);
        assertThat(ScoreGrid.rounded(1, 2)).isEqualTo(1);
        assertThat(ScoreGrid.rounded(5, 2)).isEqualTo(3);
    }

    @Test
    void aReviewIsCompleteOnlyWithEveryCriterion() {
        assertThat(GRID.complete(Map.of("a", 1, "b", 1))).isFalse();
        assertThat(GRID.complete(Map.of("a", 1, "b", 1, "c", 0))).isTrue();
    }

    @Test
    void aGridNamesEachCriterionOnce() {
        assertThatThrownBy(() -> new ScoreGrid(List.of(criterion("a", 1), criterion("a", 2))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void severityIsTheMeanDifferenceFromThoseWhoReadTheSame() {
        UUID strict = UUID.randomUUID();
        UUID mild = UUID.randomUUID();
        UUID one = UUID.randomUUID();
        UUID two = UUID.randomUUID();
        Map<UUID, Severity> found =
                Severity.of(
                        List.of(
                                new Severity.Finished(one, strict, 2000),
                                new Severity.Finished(one, mild, 3000),
                                new Severity.Finished(two, strict, 1000),
                                new Severity.Finished(two, mild, 3000),
                                new Severity.Finished(UUID.randomUUID(), mild, 5000)));
        assertThat(found)
                .containsEntry(strict, new Severity(-1500, 2))
                .containsEntry(mild, new Severity(1500, 2));
    }

    @Test
    void findsTheSameOrganisationAndTheSameCityWhateverTheAccents() {
        ApplicationSummary applicant = applicant("Municipalité de Sfax", "Sfax, Tunisie");
        assertThat(ConflictKind.found(juror("municipalite de  SFAX", ""), applicant))
                .containsExactly(ConflictKind.ORGANISATION);
        assertThat(ConflictKind.found(juror("", "sfax"), applicant))
                .containsExactly(ConflictKind.CITY);
        assertThat(ConflictKind.found(juror("Port de Sfax", "Tunis"), applicant)).isEmpty();
        assertThat(ConflictKind.found(juror("", ""), applicant("", ""))).isEmpty();
    }

    private static JurorProfile juror(String organisation, String city) {
        return new JurorProfile(
                UUID.randomUUID(), organisation, null, city, EnumSet.of(Language.FR));
    }

    private static ApplicationSummary applicant(String organisation, String place) {
        return new ApplicationSummary(
                new ApplicationId(UUID.randomUUID()),
                new CallId(UUID.randomUUID()),
                UUID.randomUUID(),
                "R-1",
                "A",
                "a@b.example",
                organisation,
                null,
                "TN",
                place,
                "",
                ApplicationState.ELIGIBLE,
                Language.FR,
                null);
    }
}
