package org.rivages.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class RegionsTests {
    @Test
    void everyCountryLiesInTheRegionThatItSays() {
        Set<String> regions = new TreeSet<>();
        for (String country : Locale.getISOCountries()) {
            Regions.of(country)
                    .ifPresent(region -> {
                        regions.add(region);
                        assertThat(Regions.countries(region)).as(region).contains(country);
                    });
        }
        assertThat(regions).hasSizeBetween(15, 30).contains("015", "155");
        assertThat(Regions.countries("015"))
                .contains("MA", "TN", "DZ", "LY", "EG")
                .doesNotContain("FR");
    }

    @Test
    void noCountryLiesInTwoRegions() {
        Set<String> seen = new TreeSet<>();
        Set<String> regions = new TreeSet<>();
        for (String country : Locale.getISOCountries()) {
            Regions.of(country).ifPresent(regions::add);
        }
        regions.forEach(region ->
                Regions.countries(region)
                        .forEach(country -> assertThat(seen.add(country)).as(country).isTrue()));
    }

    @Test
    void anUnknownRegionHasNone() {
        for (String code : Set.of("", "999", "ABC", "15", "0155", "001\n", "٠١٥")) {
            assertThat(Regions.countries(code)).as(code).isEmpty();
        }
    }
}
