package org.rivages.follow;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rivages.shared.Json;
import org.rivages.support.RivagesTest;
import org.rivages.support.Visitor;
import org.rivages.support.Visitor.Answer;

/**
 * Whatever stands in an address, the page and every file of a list answer, or say what is wrong,
 * with bounded bytes: the bounds are printed.
 */
@RivagesTest
class StrangeAddressesIT {
    private static final int ROUNDS = 400;

    /** The largest page or file over the demonstration network, with room to grow. */
    private static final int MOST_BYTES = 400_000;

    private static final List<String> LISTS =
            Arrays.stream(Listing.values()).map(list -> list.path().substring(1)).toList();
    private static final List<String> NAMES =
            List.of(
                    "q",
                    "kind",
                    "type",
                    "network",
                    "class",
                    "region",
                    "country",
                    "inhabitants",
                    "theme",
                    "sdg",
                    "language",
                    "year",
                    "status",
                    "role",
                    "from",
                    "to",
                    "near",
                    "radius",
                    "sort",
                    "view",
                    "month",
                    "page",
                    "unknown");

    private static final List<String> VALUES =
            List.of(
                    "",
                    " ",
                    "\"",
                    "\"city",
                    "city\"\"",
                    "«",
                    "(",
                    "[a-z]+",
                    ".*",
                    "(a+)+$",
                    "a*",
                    "*",
                    "?",
                    "~2",
                    "^",
                    "\\",
                    "/",
                    "AND OR NOT",
                    "the of and",
                    "de la les",
                    "في من",
                    "ًٌٍ",
                    "ـــ",
                    "\u202ecity",
                    "\u2067مدينة city\u2069",
                    "\u0000",
                    "\u0007\u001b[2J",
                    "\ufeff",
                    "\ufffd",
                    "😀",
                    "a\u0301",
                    "<script>alert(1)</script>",
                    "' or 1=1 --",
                    "${7*7}",
                    "#{1}",
                    "%00",
                    "%zz",
                    "{0}",
                    "-1",
                    "0",
                    "1",
                    "1e309",
                    "NaN",
                    "1000000000",
                    "99999999999999999999",
                    "2020",
                    "٢٠٢٠",
                    "0000",
                    "9999",
                    "2027-13",
                    "2027-03",
                    "MA",
                    "ma",
                    "ZZ",
                    "015",
                    "999",
                    "session",
                    "unicorn",
                    "tunis-tn",
                    "تونس",
                    "Tunis",
                    "map",
                    "calendar",
                    "name",
                    "distance",
                    "relevance",
                    "../../etc/passwd",
                    "x".repeat(300),
                    "م".repeat(81),
                    "word ".repeat(60));

    private final Visitor visitor = new Visitor();

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** The page and what its head names as its other forms. */
    private List<String> forms(String list) {
        List<String> forms = new ArrayList<>(List.of(""));
        visitor.raw("/en/" + list)
                .page()
                .select("link[rel=alternate][type]")
                .eachAttr("href")
                .forEach(href -> {
                    String path = href.replaceFirst("\\?.*", "");
                    forms.add(path.substring(path.lastIndexOf('.')));
                });
        assertThat(forms).hasSizeGreaterThan(4);
        return forms;
    }

    @Test
    void anyMixtureOfParametersHasAnAnswer() {
        Random random = new Random(20261126);
        List<List<String>> forms = LISTS.stream().map(this::forms).toList();
        Set<Integer> statuses = new TreeSet<>();
        int most = 0;
        String largest = "";
        for (int round = 0; round < ROUNDS; round++) {
            int list = random.nextInt(LISTS.size());
            String language = List.of("en", "fr", "ar").get(random.nextInt(3));
            String suffix = forms.get(list).get(random.nextInt(forms.get(list).size()));
            String path =
                    "/" + language + "/" + LISTS.get(list) + suffix + "?" + parameters(random);
            Answer answer = answer(path, language, suffix.isEmpty());
            statuses.add(answer.status());
            int bytes = answer.response().body().length;
            if (bytes > most) {
                most = bytes;
                largest = path;
            }
        }
        System.out.printf(
                "%d strange addresses: answers %s, the largest %,d bytes: %s%n",
                ROUNDS, statuses, most, largest);
        assertThat(statuses).contains(200, 400).isSubsetOf(200, 400);
        assertThat(most).isLessThan(MOST_BYTES);
    }

    private static String parameters(Random random) {
        List<String> parts = new ArrayList<>();
        int length = 1 + random.nextInt(5);
        for (int i = 0; i < length; i++) {
            String name = NAMES.get(random.nextInt(NAMES.size()));
            StringBuilder value = new StringBuilder(VALUES.get(random.nextInt(VALUES.size())));
            if (name.equals("q") && random.nextBoolean()) {
                value.append(' ').append(VALUES.get(random.nextInt(VALUES.size())));
            }
            parts.add(name + "=" + encode(value.toString()));
        }
        return String.join("&", parts);
    }

    private Answer answer(String path, String language, boolean isPage) {
        Answer answer = isPage ? visitor.get(path) : visitor.raw(path);
        assertThat(answer.status()).as(path).isIn(200, 400);
        assertThat(answer.text())
                .as(path)
                .doesNotContain("<script>alert")
                .doesNotContain("at org.rivages")
                .doesNotContain("Exception");
        if (isPage) {
            assertThat(answer.page().select("html").attr("lang")).as(path).isEqualTo(language);
            assertThat(answer.page().select("p.note.err").isEmpty())
                    .as(path)
                    .isEqualTo(answer.status() == 200);
        } else if (answer.status() == 400) {
            assertThat(answer.header("Content-Type"))
                    .as(path)
                    .isEqualTo("application/problem+json");
            assertThat(Json.mapper().readTree(answer.text()).get("detail").asString()).isNotBlank();
        }
        return answer;
    }

    @ParameterizedTest
    @ValueSource(strings = {"search", "organisations", "programmes"})
    void theNamedOnesEachHaveTheirAnswer(String list) {
        List<String> many = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            many.add("theme=t" + i);
        }
        for (String suffix : forms(list)) {
            for (String answered :
                    List.of(
                            "q=" + encode("\"abc"),
                            "q=" + encode("the of and"),
                            "q=" + encode("ًٌٍ"),
                            "q=" + encode("abc مدينة \u202ecba"),
                            "q=" + encode("ci* ?ity"),
                            "q=" + encode("/(a+)+$/"),
                            "q=%07%1b%00",
                            "country=ZZ&theme=unicorn&region=999",
                            "page=1000000000")) {
                assertThat(
                                answer(
                                                "/ar/" + list + suffix + "?" + answered,
                                                "ar",
                                                suffix.isEmpty())
                                        .status())
                        .as(suffix + answered)
                        .isEqualTo(200);
            }
            for (String refused :
                    List.of(
                            "q=" + "x".repeat(10_000),
                            "q=" + String.join("+", Collections.nCopies(2_000, "city")),
                            String.join("&", many),
                            "near=tunis-tn&radius=-1",
                            "near=Atlantis",
                            "page=1000000001",
                            "from=2020&to=2019",
                            "country=%00")) {
                assertThat(
                                answer(
                                                "/fr/" + list + suffix + "?" + refused,
                                                "fr",
                                                suffix.isEmpty())
                                        .status())
                        .as(suffix + refused.substring(0, Math.min(40, refused.length())))
                        .isEqualTo(400);
            }
        }
    }
}
