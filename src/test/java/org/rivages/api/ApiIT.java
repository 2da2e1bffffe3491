package org.rivages.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.rivages.api.Description.Operation;
import org.rivages.shared.Json;
import org.rivages.support.RivagesTest;
import org.rivages.support.Visitor;
import org.rivages.support.Visitor.Answer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/** The API against its description, both ways, on the running program. */
@RivagesTest
class ApiIT {
    /** What differs from one installation of the demonstration, or one test run, to the next. */
    private static final Set<String> VOLATILE =
            Set.of("id", "changed", "published", "at", "total", "next", "facets");

    private final Visitor visitor = new Visitor();

    @Autowired RequestMappingHandlerMapping requestMappingHandlerMapping;

    private static JsonNode json(Answer answer) {
        return Json.mapper().readTree(answer.text());
    }

    // ---- the description is true

    /** The types of problems are no data: they lead people to a page, and have a test below. */
    @Test
    void everyAddressIsDescribedAndEveryDescribedAddressExists() {
        Set<String> handled = new TreeSet<>();
        requestMappingHandlerMapping
                .getHandlerMethods()
                .keySet()
                .forEach(mapping ->
                        mapping.getPatternValues().stream()
                                .filter(pattern -> pattern.startsWith("/api/"))
                                .filter(pattern -> !pattern.startsWith(Problem.FOLDER))
                                .forEach(pattern -> spread(pattern, handled)));
        Set<String> described = new TreeSet<>();
        Description.operations()
                .keySet()
                .forEach(path -> described.add("/api/v1" + path.replaceAll("\\{[^}]*}", "{}")));
        assertThat(handled).isEqualTo(described);
    }

    /** One handler may serve a choice of words. */
    private static void spread(String pattern, Set<String> into) {
        Matcher choice = Pattern.compile("\\{\\w+:([a-z|]+)}").matcher(pattern);
        if (choice.find()) {
            for (String word : choice.group(1).split("\\|")) {
                spread(pattern.replace(choice.group(), word), into);
            }
        } else {
            into.add(pattern.replaceAll("\\{[^}]*}", "{}"));
        }
    }

    @Test
    void everyParameterIsReadAndEveryOtherIsRefused() {
        for (Operation list : lists()) {
            ApiLists.Resource resource =
                    ApiLists.Resource.valueOf(
                            list.path().substring(1).toUpperCase(java.util.Locale.ROOT));
            assertThat(list.query()).as(list.path()).isEqualTo(resource.parameters());
            for (JsonNode parameter : list.parameters()) {
                String address = list.example() + "?" + query(parameter);
                assertThat(visitor.raw(address).status()).as(address).isEqualTo(200);
            }
            Answer refused = visitor.raw(list.example() + "?contry=FR");
            assertThat(refused.status()).isEqualTo(400);
            assertThat(json(refused).get("detail").asString()).contains("contry");
        }
    }

    /** What somebody chooses on the page of the search can be asked here by the same name. */
    @Test
    void takesEveryCriterionOfThePage() {
        Set<String> fields = new TreeSet<>();
        visitor.get("/en/search")
                .page()
                .select("form#listing [name]")
                .forEach(field -> fields.add(field.attr("name")));
        fields.removeAll(Set.of("view", "month"));
        assertThat(fields).contains("q", "country", "kind", "sort");
        assertThat(ApiLists.Resource.SEARCH.parameters()).containsAll(fields);
    }

    private static List<Operation> lists() {
        return Description.operations().values().stream().filter(Operation::isList).toList();
    }

    private static String query(JsonNode parameter) {
        StringBuilder query = new StringBuilder();
        JsonNode example = parameter.get("example");
        for (JsonNode value : example.isArray() ? example : List.of(example)) {
            query.append(query.isEmpty() ? "" : "&")
                    .append(parameter.get("name").asString())
                    .append('=')
                    .append(URLEncoder.encode(value.asString(), StandardCharsets.UTF_8));
        }
        return query.toString();
    }

    @Test
    void everyListIsWalkedToItsEndAndEveryAnswerIsAsDescribed() {
        for (Operation list : lists()) {
            Set<String> records = new LinkedHashSet<>();
            String next = list.example() + "?size=7&sort=name";
            int counted = 0;
            int total = 0;
            while (next != null) {
                Answer answer = visitor.raw(next);
                valid("List", answer);
                JsonNode page = json(answer);
                total = page.get("total").asInt();
                for (JsonNode item : page.get("items")) {
                    counted++;
                    records.add(item.at("/links/self").asString());
                }
                next = page.get("next").isNull() ? null : page.get("next").asString();
                if (next != null) {
                    assertThat(answer.header("Link")).contains("<" + next + ">; rel=\"next\"");
                }
            }
            assertThat(counted).as(list.path()).isEqualTo(total).isGreaterThan(0);
            assertThat(records).hasSize(total);
            if (list.path().equals("/search")) {
                records.forEach(this::isAsDescribed);
            }
        }
    }

    private void isAsDescribed(String record) {
        Answer answer = visitor.raw(record);
        valid(schema(record), answer);
        json(answer)
                .at("/links/pages")
                .forEach(page ->
                        assertThat(visitor.raw(page.asString()).status())
                                .as(page.asString())
                                .isEqualTo(200));
        assertThat(json(answer).at("/links/self").asString()).isEqualTo(record);
    }

    private static String schema(String path) {
        Operation operation =
                Description.operations().values().stream()
                        .filter(one ->
                                !one.isList()
                                        && path.matches(
                                                "/api/v1"
                                                        + one.path()
                                                                .replaceAll("\\{[^}]*}", "[^/]+")))
                        .findFirst()
                        .orElseThrow();
        String reference =
                operation.content("200", "application/json").at("/schema/$ref").asString();
        return reference.substring(reference.lastIndexOf('/') + 1);
    }

    private static void valid(String schema, Answer answer) {
        assertThat(answer.status()).as(answer.path()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
        assertThat(Description.wrong(schema, answer.text()))
                .as(answer.path())
                .extracting(Error::toString)
                .isEmpty();
    }

    @Test
    void theValidatorWouldFindAFault() {
        String answer = visitor.raw("/api/v1/organisations/avitem").text();
        assertThat(Description.wrong("Organisation", answer)).isEmpty();
        assertThat(Description.wrong("Organisation", answer.replace("\"founded\"", "\"born\"")))
                .isNotEmpty();
        assertThat(Description.wrong("Organisation", answer.replace("\"FR\"", "7"))).isNotEmpty();
    }

    @Test
    void aPageBeyondTheEndIsEmptyAndLeadsBackToTheLast() {
        for (String page : List.of("1000000", "1000000000")) {
            Answer answer = visitor.raw("/api/v1/search?size=100&page=" + page);
            valid("List", answer);
            JsonNode list = json(answer);
            assertThat(list.get("items")).isEmpty();
            assertThat(list.get("next").isNull()).isTrue();
            assertThat(list.get("total").asInt()).isGreaterThan(0);
            Matcher before =
                    Pattern.compile("<([^>]+)>; rel=\"prev\"").matcher(answer.header("Link"));
            assertThat(before.find()).as(answer.header("Link")).isTrue();
            JsonNode last = json(visitor.raw(before.group(1)));
            assertThat(last.get("items")).isNotEmpty();
            assertThat(last.get("next").isNull()).isTrue();
        }
        Answer nothing = visitor.raw("/api/v1/calls?country=AQ&page=7");
        valid("List", nothing);
        assertThat(nothing.header("Link"))
                .contains("</api/v1/calls?country=AQ>; rel=\"prev\"")
                .doesNotContain("rel=\"next\"");
    }

    // ---- examples

    @Test
    void everyExampleIsWhatIsAnswered() {
        int tried = 0;
        for (Operation operation : Description.operations().values()) {
            Answer answer = visitor.raw(operation.example());
            assertThat(answer.status()).as(operation.example()).isEqualTo(200);
            for (JsonNode example : operation.content("200", "application/json").path("examples")) {
                String request = example.get("summary").asString().replace("GET ", "");
                same(request, example.get("value"), json(visitor.raw(request)));
                tried++;
            }
        }
        assertThat(tried).isGreaterThan(8);
    }

    private static void same(String place, JsonNode expected, JsonNode real) {
        if (expected.isObject()) {
            assertThat(real.propertyNames()).as(place).isEqualTo(expected.propertyNames());
            expected.properties()
                    .forEach(field -> {
                        if (!VOLATILE.contains(field.getKey())) {
                            same(
                                    place + " " + field.getKey(),
                                    field.getValue(),
                                    real.get(field.getKey()));
                        }
                    });
        } else if (expected.isArray()) {
            assertThat(real.size()).as(place).isEqualTo(expected.size());
            for (int i = 0; i < expected.size(); i++) {
                same(place + " " + i, expected.get(i), real.get(i));
            }
        } else {
            assertThat(real).as(place).isEqualTo(expected);
        }
    }

    /** Each line of the document that begins with {@code curl}, with what it says of the answer. */
    @Test
    void theCommandsOfTheDocumentDoWhatTheySay() throws IOException {
        Matcher command =
                Pattern.compile(
                                "(?m)^ {4}curl [^\n]*'http://localhost:8080([^']*)'(?: +# (\\d{3}))?$")
                        .matcher(Files.readString(Path.of("docs", "api.md")));
        int tried = 0;
        while (command.find()) {
            int status = command.group(2) == null ? 200 : Integer.parseInt(command.group(2));
            assertThat(visitor.raw(command.group(1)).status())
                    .as(command.group())
                    .isEqualTo(status);
            tried++;
        }
        assertThat(tried).isGreaterThan(5);
    }
}
