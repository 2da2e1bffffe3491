package org.rivages.follow;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rivages.search.SearchDocument;
import org.rivages.shared.Json;
import org.rivages.support.RivagesTest;
import org.rivages.support.Visitor;
import org.rivages.support.Visitor.Answer;
import tools.jackson.databind.JsonNode;

/** Criteria and views of the lists, as a browser without scripts sees them. */
@RivagesTest
class ResultsPagesIT {
    private final Visitor visitor = new Visitor();

    private JsonNode json(String path) {
        Answer answer = visitor.raw(path);
        assertThat(answer.status()).as(path).isEqualTo(200);
        return Json.mapper().readTree(answer.text());
    }

    private int total(String parameters) {
        return json("/en/search.json?" + parameters).get("total").asInt();
    }

    private Set<String> found(String parameters) {
        Set<String> urls = new TreeSet<>();
        String path = "/en/search.json?" + parameters;
        while (path != null) {
            JsonNode list = json(path);
            list.get("items").forEach(item -> urls.add(item.get("url").asString()));
            path = list.get("next").isNull() ? null : list.get("next").asString();
        }
        return urls;
    }

    private static Map<String, Integer> facet(JsonNode list, String criterion) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        JsonNode facet = list.get("facets").get(criterion);
        if (facet != null) {
            facet.forEach(one -> counts.put(one.get("value").asString(), one.get("count").asInt()));
        }
        return counts;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    // ---- regions and countries

    @Test
    void aRegionIsChosenAsAWholeAndACountryOfAnotherBesideIt() {
        Set<String> both = new TreeSet<>(found("region=015"));
        both.addAll(found("country=IT"));
        assertThat(found("region=015&country=IT")).isEqualTo(both).isNotEmpty();
        assertThat(found("region=015&country=MA")).isEqualTo(found("region=015"));
    }

    @Test
    void countsOfRegionsAndCountriesIgnoreWhatIsChosenAmongThem() {
        String others = "kind=session&kind=organisation";
        JsonNode free = json("/en/search.json?" + others);
        JsonNode chosen = json("/en/search.json?" + others + "&region=015&country=IT");
        assertThat(facet(chosen, "region")).isEqualTo(facet(free, "region")).isNotEmpty();
        assertThat(facet(chosen, "country")).isEqualTo(facet(free, "country")).isNotEmpty();
        facet(chosen, "region")
                .forEach((region, count) ->
                        assertThat(total(others + "&region=" + region))
                                .as(region)
                                .isEqualTo(count));
        facet(chosen, "country")
                .forEach((country, count) ->
                        assertThat(total(others + "&country=" + country))
                                .as(country)
                                .isEqualTo(count));
        facet(chosen, "kind")
                .forEach((kind, count) ->
                        assertThat(total("region=015&country=IT&kind=" + kind))
                                .as(kind)
                                .isEqualTo(count));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr", "ar"})
    void countriesFoldUnderTheirRegion(String language) {
        Answer page = visitor.get("/" + language + "/search?country=MA");
        Element region = page.page().expectFirst("li:has(> label > #c-region-015)");
        assertThat(region.select("> details[open] #c-country-MA[checked]")).hasSize(1);
        assertThat(region.select("> details > summary").text()).isNotBlank();
        assertThat(page.page().select("li:has(> label > #c-region-039) > details")).hasSize(1);
        assertThat(page.page().select("li:has(> label > #c-region-039) > details[open]")).isEmpty();
        assertThat(
                        visitor.get("/" + language + "/search?region=015")
                                .page()
                                .select("#c-country-MA"))
                .isEmpty();
    }

    @Test
    void anUnknownRegionFindsNothing() {
        assertThat(total("region=999")).isZero();
        assertThat(total("region=999&country=FR")).isEqualTo(total("country=FR"));
    }

    // ---- periods

    @Test
    void aPeriodIsItsYears() {
        Set<String> years = new TreeSet<>();
        for (String year : List.of("2018", "2019", "2020")) {
            years.addAll(found("year=" + year));
        }
        assertThat(found("from=2018&to=2020")).isEqualTo(years).isNotEmpty();
        assertThat(found("year=2012&from=2018&to=2020"))
                .containsAll(years)
                .containsAll(found("year=2012"));
        assertThat(found("from=2018")).containsAll(years);
        assertThat(found("to=2000")).doesNotContainAnyElementsOf(found("from=2001&kind=session"));
        assertThat(total("from=1001&to=1002")).isZero();
        JsonNode list = json("/en/search.json?from=2018&to=2020");
        assertThat(facet(list, "year")).isEqualTo(facet(json("/en/search.json"), "year"));
        assertThat(visitor.get("/fr/search?from=2018&to=2020").page().expectFirst(".chip").text())
                .contains("2018–2020");
    }

    // ---- near a place

    @Test
    void nearAPlaceFindsExactlyWhatLiesWithinAndTheNearestFirst() {
        var tunis = new SearchDocument.Place(36.81897, 10.16579);
        Set<String> within = new TreeSet<>();
        String path = "/en/search.json";
        while (path != null) {
            JsonNode list = json(path);
            list.get("items")
                    .forEach(item -> {
                        if (far(tunis, item) <= 700) {
                            within.add(item.get("url").asString());
                        }
                    });
            path = list.get("next").isNull() ? null : list.get("next").asString();
        }
        assertThat(found("near=tunis-tn&radius=700")).isEqualTo(within);
        assertThat(within).hasSizeBetween(3, 40);
        List<Double> distances = new ArrayList<>();
        json("/en/search.json?near=tunis-tn&radius=20000")
                .get("items")
                .forEach(item -> distances.add(far(tunis, item)));
        assertThat(distances).isSorted().hasSizeGreaterThan(5);
        assertThat(
                        visitor.get("/en/search?near=tunis-tn&radius=700")
                                .page()
                                .expectFirst(".row .meta")
                                .text())
                .contains("0 km away");
    }

    private static double far(SearchDocument.Place from, JsonNode item) {
        return item.get("latitude") == null
                ? Double.MAX_VALUE
                : Globe.kilometres(
                        from,
                        new SearchDocument.Place(
                                item.get("latitude").asDouble(), item.get("longitude").asDouble()));
    }

    @ParameterizedTest
    @CsvSource({"en,tunis", "fr,TUNIS", "ar,تونس", "en,تُونِس"})
    void aPlaceIsTypedInAnyLanguageAndHasOneAddress(String language, String typed) {
        Answer page =
                visitor.get("/" + language + "/search?radius=250&near=" + encode(typed) + "&q=");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.page().select("link[rel=canonical]").attr("href"))
                .isEqualTo("/" + language + "/search?near=tunis-tn&radius=250");
        assertThat(page.page().select("#near").attr("value"))
                .isEqualTo(language.equals("ar") ? "تونس" : "Tunis");
        assertThat(page.page().select("#sort option[selected]").attr("value")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"near=Atlantis&radius=100", "near=Tunisx", "near=tunis-tn&radius=-1"})
    void saysWhenAPlaceOrARadiusCannotBe(String query) {
        for (String language : List.of("en", "fr", "ar")) {
            Answer page = visitor.get("/" + language + "/search?" + query);
            assertThat(page.status()).as(query).isEqualTo(400);
            assertThat(page.page().select("p.note.err")).hasSize(1);
            for (String suffix : List.of("json", "csv", "atom", "ics")) {
                assertThat(visitor.raw("/" + language + "/search." + suffix + "?" + query).status())
                        .isEqualTo(400);
            }
        }
        Answer like = visitor.get("/en/search?near=Tunisx");
        assertThat(like.page().select("p.note a[href='/en/search?near=tunis-tn&radius=100']"))
                .hasSize(1);
    }

    // ---- the size of the city

    @Test
    void citiesAreFoundByTheirSize() {
        JsonNode list = json("/en/organisations.json?inhabitants=4-under-5m");
        List<String> slugs = new ArrayList<>();
        list.get("items").forEach(item -> slugs.add(item.get("slug").asString()));
        assertThat(slugs).containsExactlyInAnyOrder("casablanca", "beirut");
        Answer page = visitor.get("/fr/organisations?inhabitants=4-under-5m");
        assertThat(page.page().select("label:has(#c-inhabitants-4-under-5m)").text())
                .contains("De 1 à 5 millions");
    }

    // ---- nothing found

    @Test
    void whatToDropGivesWhatItPromises() {
        String query =
                "q=water&country=AL&theme=migration&near=nice-fr&radius=25&from=2012&to=2030&kind=session";
        Answer page = visitor.get("/en/search?" + query);
        assertThat(page.page().select("#found").text()).isEqualTo("Nothing found");
        int links = 0;
        for (String each :
                List.of(
                        query,
                        "country=AL&theme=migration&kind=call",
                        "country=AL&from=1900&to=1901",
                        "country=AL&year=1900",
                        "region=015&type=city&kind=session",
                        "q=xyzzyqqq&country=FR",
                        "near=tunis-tn&radius=1&type=network")) {
            for (Element link : visitor.get("/en/search?" + each).page().select(".drops li")) {
                String promised = link.select(".num").text();
                String address = link.select("a").attr("href");
                assertThat(visitor.get(address).page().select("#found").text())
                        .as(address)
                        .isEqualTo(promised)
                        .isNotEqualTo("Nothing found");
                links++;
            }
        }
        assertThat(links).isGreaterThan(6);
    }

    // ---- addresses

    @Test
    void aFormThatWasLeftEmptyLeadsToTheShortAddress() {
        Answer page = visitor.get("/en/search");
        Map<String, List<String>> fields =
                Visitor.fields(
                        (org.jsoup.nodes.FormElement) page.page().selectFirst("form#listing"),
                        Map.of("kind", "session"));
        List<String> parts = new ArrayList<>();
        fields.forEach(
                (name, values) -> values.forEach(value -> parts.add(name + "=" + encode(value))));
        assertThat(parts).contains("q=", "near=", "radius=100");
        Answer sent = visitor.get("/en/search?" + String.join("&", parts));
        assertThat(sent.status()).isEqualTo(200);
        assertThat(sent.path()).isEqualTo("/en/search?kind=session");
    }

    @Test
    void everyChipLeadsToTheListWithoutItAndEveryViewKeepsTheRest() {
        String query =
                "?q=ateliers&kind=session&country=MA&from=2018&to=2030&near=casablanca-ma&radius=500&sort=date&view=calendar";
        Answer page = visitor.get("/fr/search" + query);
        assertThat(page.page().select("link[rel=canonical]").attr("href"))
                .isEqualTo("/fr/search" + query);
        List<String> chips = page.page().select("a.chip:not(.plain)").eachAttr("href");
        assertThat(chips).hasSize(5).doesNotHaveDuplicates();
        assertThat(chips).allSatisfy(chip -> assertThat(chip).contains("view=calendar"));
        chips.forEach(chip ->
                assertThat(visitor.get(chip).page().select("a.chip:not(.plain)")).hasSize(4));
        assertThat(page.page().select("a.chip.plain").attr("href"))
                .isEqualTo("/fr/search?sort=date&view=calendar");
        assertThat(page.page().select("#v-list").attr("href"))
                .isEqualTo("/fr/search" + query.replace("&view=calendar", ""));
        assertThat(page.page().select("input[type=hidden][name=view]").attr("value"))
                .isEqualTo("calendar");
    }

    // ---- views

    @ParameterizedTest
    @ValueSource(strings = {"search", "organisations"})
    void theMapShowsWhatHasAPlaceAndCountsWhatHasNone(String list) {
        long placed = 0;
        long total = 0;
        String path = "/en/" + list + ".json";
        while (path != null) {
            JsonNode data = json(path);
            total = data.get("total").asLong();
            for (JsonNode item : data.get("items")) {
                placed += item.get("latitude") == null ? 0 : 1;
            }
            path = data.get("next").isNull() ? null : data.get("next").asString();
        }
        Answer page = visitor.get("/en/" + list + "?view=map");
        assertThat(page.page().select(".unplaced").text())
                .startsWith((total - placed) + " results have no place");
        int listed = page.page().select(".onmap-list > ul.rows > li").size();
        listed +=
                visitor.get("/en/" + list + "?view=map&page=2")
                        .page()
                        .select(".onmap-list > ul.rows > li")
                        .size();
        assertThat(listed).isEqualTo((int) placed);
        long drawn =
                page.page().select(".map-wide svg a").stream()
                        .mapToLong(marker ->
                                marker.select("text.n").isEmpty()
                                        ? 1
                                        : Long.parseLong(marker.select("text.n").text()))
                        .sum();
        assertThat(drawn).isEqualTo(placed);
        assertThat(page.page().select("main a[href='/en/organisations/tirana']")).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr", "ar"})
    void theCalendarShowsAMonthAndSaysWhatHasNoDate(String language) {
        Answer page = visitor.get("/" + language + "/search?view=calendar&month=2018-09");
        assertThat(page.page().select(".cal-week:not(.cal-names)")).hasSize(5);
        assertThat(page.page().select("a.cal-bar.from-1.days-5")).hasSize(1);
        assertThat(page.page().select("a.cal-bar").attr("href"))
                .isEqualTo(page.page().select(".cal-agenda .row a").attr("href"));
        assertThat(page.page().select(".cal-undated li")).isNotEmpty();
        assertThat(page.page().select("#earlier").attr("href"))
                .isEqualTo("/" + language + "/search?view=calendar&month=2018-08");
        Answer whole = visitor.get("/" + language + "/search?view=calendar&month=2020-03");
        assertThat(whole.page().select(".cal-whole li")).hasSize(1);
        assertThat(whole.page().select("a.cal-bar")).isEmpty();
    }

    @Test
    void anEmptyMonthLeadsToTheNearestEntries() {
        Answer page = visitor.get("/en/search?view=calendar&month=2024-02&kind=session");
        List<String> links = page.page().select(".cal .empty a").eachAttr("href");
        assertThat(links).hasSizeBetween(1, 2);
        links.forEach(link ->
                assertThat(visitor.get(link).page().select(".cal-agenda .row"))
                        .as(link)
                        .isNotEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0001-01", "9999-12"})
    void theCalendarEndsWhereYearsEnd(String month) {
        Answer page = visitor.get("/ar/search?view=calendar&month=" + month);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.page().select("#earlier, #later")).hasSize(1);
    }

    @Test
    void aListHasOnlyTheViewsThatSayAnything() {
        assertThat(visitor.get("/en/organisations?view=calendar").status()).isEqualTo(400);
        assertThat(visitor.get("/en/programmes?view=map").status()).isEqualTo(400);
        Answer programmes = visitor.get("/en/programmes?view=calendar&month=2018-09");
        assertThat(programmes.page().select("a.cal-bar")).hasSize(1);
    }
}
