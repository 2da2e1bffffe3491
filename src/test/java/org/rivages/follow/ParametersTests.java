package org.rivages.follow;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

class ParametersTests {
    private static Asked read(String query) {
        MultiValueMap<String, String> sent = new LinkedMultiValueMap<>();
        for (String part : query.split("&")) {
            int equals = part.indexOf('=');
            if (equals > 0) {
                sent.add(
                        part.substring(0, equals),
                        URLDecoder.decode(part.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        return Parameters.read(sent);
    }

    @Test
    void theSameSearchHasTheSameAddressHoweverItWasPutTogether() {
        List<String> parts =
                new ArrayList<>(
                        List.of(
                                "q=caf%C3%A9+%22a%22",
                                "kind=session",
                                "kind=call",
                                "country=ma",
                                "theme=water",
                                "from=2018",
                                "to=2020",
                                "near=tunis-tn",
                                "radius=250",
                                "sort=name",
                                "view=map",
                                "page=3",
                                "unknown=1",
                                "network="));
        String address = read(String.join("&", parts)).address();
        assertThat(address)
                .isEqualTo(
                        "?q=caf%C3%A9+%22a%22&kind=call&kind=session&country=MA&theme=water"
                                + "&from=2018&to=2020&near=tunis-tn&radius=250&sort=name&view=map&page=3");
        Random random = new Random(3);
        for (int i = 0; i < 50; i++) {
            Collections.shuffle(parts, random);
            assertThat(read(String.join("&", parts)).address()).isEqualTo(address);
        }
        assertThat(read(address.substring(1)).address()).isEqualTo(address);
    }

    @Test
    void anEmptySearchHasAnEmptyAddress() {
        assertThat(read("q=&sort=&from=&to=&near=&radius=100&view=list&page=1").address())
                .isEmpty();
    }

    @Test
    void aChosenRegionHasItsCountries() {
        assertThat(read("region=015&country=MA&country=FR&country=TN").address())
                .isEqualTo("?region=015&country=FR");
        assertThat(read("region=015&country=MA").address()).isEqualTo("?region=015");
    }

    @Test
    void readsArabicAndPersianDigits() {
        Asked asked = read("from=٢٠١٨&to=۲۰۲۰&radius=٥٠&near=x&month=٢٠٢٧-٠٣&view=calendar");
        assertThat(asked.problems()).isEmpty();
        assertThat(asked.address())
                .isEqualTo("?from=2018&to=2020&near=x&radius=50&view=calendar&month=2027-03");
    }

    @ParameterizedTest
    @CsvSource({
        "from=20,follow.problem.year",
        "to=soon,follow.problem.year",
        "from=2021&to=2020,follow.problem.period",
        "near=x&radius=-1,follow.problem.radius",
        "near=x&radius=0,follow.problem.radius",
        "near=x&radius=20001,follow.problem.radius",
        "near=x&radius=1.5,follow.problem.radius",
        "near=x&radius=NaN,follow.problem.radius",
        "near=x&radius=99999999999999999999,follow.problem.radius",
        "view=globe,follow.problem.view",
        "month=2027-13,follow.problem.month",
        "month=0000-01,follow.problem.month",
        "month=27,follow.problem.month"
    })
    void saysWhatCannotBeRead(String query, String problem) {
        assertThat(read(query).problems()).containsExactly(problem);
    }

    @Test
    void aPeriodMayBeOpen() {
        assertThat(read("from=2018").period()).isEqualTo(new Period(2018, null));
        assertThat(new Period(2018, null).has(2018)).isTrue();
        assertThat(new Period(2018, null).has(2017)).isFalse();
        assertThat(new Period(null, 2020).has(1)).isTrue();
        assertThat(new Period(null, 2020).has(2021)).isFalse();
    }

    @Test
    void theOrderByDistanceFallsWithThePlace() {
        assertThat(read("near=x&sort=distance").withoutPlace().address()).isEmpty();
        assertThat(read("near=x&sort=name").withoutPlace().address()).isEqualTo("?sort=name");
    }

    @ParameterizedTest
    @ValueSource(strings = {"q=a", "country=FR&country=", "radius=100&near=x", "a=b&q=+"})
    void leavesShortAddressesAlone(String query) {
        String once = ShortAddresses.shorter(query);
        assertThat(ShortAddresses.shorter(once)).isEqualTo(once);
        assertThat(read(once).address()).isEqualTo(read(query).address());
    }

    @Test
    void takesOutWhatAFormSentEmpty() {
        assertThat(ShortAddresses.shorter("q=&kind=call&sort=&from=&to=&near=&radius=100"))
                .isEqualTo("kind=call");
        assertThat(ShortAddresses.shorter("q=&radius=100&near=")).isEmpty();
        assertThat(ShortAddresses.shorter("q=a%26q%3D&near=Tunis&radius=50"))
                .isEqualTo("q=a%26q%3D&near=Tunis&radius=50");
    }
}
