package org.rivages.cohortfiles;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The two commands on real files, as a person or a script uses them. */
class CommandsTests {
    private static final String RULES =
            """
            {"places":8,"mode":"merit","seed":"2027","aims":["score","distinct:country","worst:region"],"rules":[
             {"id":"women","kind":"quota","attribute":"gender","value":"woman","min":4},
             {"id":"per-country","kind":"quota","attribute":"country","each":true,"max":2},
             {"id":"south","kind":"quota","attribute":"region","value":"south","minPercent":40},
             {"id":"cap","kind":"groupCap","max":1},
             {"id":"in","kind":"include","candidate":"p7"},
             {"id":"out","kind":"exclude","candidate":"p3"},
             {"kind":"mutuallyExclusive","candidates":["p1","p2"]},
             {"id":"bar","kind":"scoreThreshold","min":5}]}
            """;

    @TempDir private Path folder;

    private record Ran(int code, String out, String err) {}

    private Ran run(String command, String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code =
                CohortCommands.run(
                        command,
                        List.of(words),
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8));
        return new Ran(
                code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private Ran select() {
        return run(
                "select",
                "--candidates",
                file("people.csv"),
                "--rules",
                file("rules.json"),
                "--out",
                file("cohort.json"));
    }

    private Ran verify() {
        return run(
                "verify",
                "--candidates",
                file("people.csv"),
                "--rules",
                file("rules.json"),
                file("cohort.json"));
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    private void given(List<String> people, String rules) throws IOException {
        List<String> lines = new ArrayList<>(people);
        lines.addFirst("id,score,group,gender,country,region");
        Files.write(folder.resolve("people.csv"), lines);
        Files.writeString(folder.resolve("rules.json"), rules);
    }

    private static List<String> people(int count) {
        Random random = new Random(11);
        List<String> people = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            people.add(
                    "p%d,%d.%03d,%s,%s,%s,%s"
                            .formatted(
                                    i,
                                    10 + random.nextInt(90),
                                    random.nextInt(1000),
                                    random.nextInt(4) == 0 ? "" : "g" + random.nextInt(count),
                                    random.nextInt(3) == 0 ? "woman" : "man",
                                    List.of("FR", "TN", "MA", "IT", "ES", "LB")
                                            .get(random.nextInt(6)),
                                    random.nextInt(3) == 0 ? "south" : "north"));
        }
        return people;
    }

    private JsonNode written() throws IOException {
        return CohortJson.MAPPER.readTree(Files.readString(folder.resolve("cohort.json")));
    }

    private static void fits(String schema, String json) throws IOException {
        try (var in = CohortJson.class.getResourceAsStream(schema)) {
            Schema read =
                    SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                            .getSchema(in);
            assertThat(read.validate(json, InputFormat.JSON)).isEmpty();
        }
    }

    @Test
    void the_best_cohort_is_written_with_its_proof_and_verified() throws IOException {
        given(people(60), RULES);
        Ran ran = select();
        assertThat(ran.err()).isEmpty();
        assertThat(ran.code()).isZero();
        JsonNode json = written();
        assertThat(json.get("outcome").asString()).isEqualTo("optimal");
        assertThat(json.get("cohort").size()).isEqualTo(8);
        assertThat(json.get("cohort").toString()).contains("\"p7\"").doesNotContain("\"p3\"");
        assertThat(json.get("distinct").get("country").asInt()).isGreaterThanOrEqualTo(4);
        assertThat(json.get("rules").get(0).get("count").asInt()).isGreaterThanOrEqualTo(4);
        assertThat(json.get("rules").get(6).get("id").asString()).isEqualTo("rule-7");
        fits("cohort.schema.json", json.toString());
        fits("rules.schema.json", RULES);
        Ran verified = verify();
        assertThat(verified.code()).isZero();
        assertThat(verified.out().strip().lines()).hasSize(1);
    }

    @Test
    void the_order_of_the_rows_changes_not_a_byte_of_the_choice() throws IOException {
        List<String> people = new ArrayList<>(people(60));
        given(people, RULES);
        select();
        JsonNode before = written();
        Collections.shuffle(people, new Random(3));
        given(people, RULES);
        select();
        assertThat(written().get("cohort")).isEqualTo(before.get("cohort"));
        assertThat(written().get("reserve")).isEqualTo(before.get("reserve"));
        assertThat(written().get("rules")).isEqualTo(before.get("rules"));
    }

    @Test
    void rules_that_contradict_each_other_are_told_in_three_languages_and_verified()
            throws IOException {
        String rules =
                """
                {"places":8,"rules":[
                 {"id":"women","kind":"quota","attribute":"gender","value":"woman","min":6},
                 {"id":"few","kind":"quota","attribute":"gender","value":"woman","max":4},
                 {"id":"south","kind":"quota","attribute":"region","value":"south","min":1}]}
                """;
        given(people(60), rules);
        Ran ran = select();
        assertThat(ran.code()).isEqualTo(3);
        JsonNode told = written().get("infeasible");
        assertThat(told.get("rules").toString()).isEqualTo("[\"women\",\"few\"]");
        assertThat(told.get("text").get("en").asString())
                .contains("gender: at least 6 with “woman”", "smallest change");
        assertThat(told.get("text").get("fr").asString()).contains("au moins 6");
        assertThat(told.get("text").get("ar").asString()).contains("على الأقل");
        assertThat(told.get("repair").get(0).get("change").asString()).isIn("minimum", "maximum");
        fits("cohort.schema.json", written().toString());
        assertThat(verify().code()).as(verify().out()).isZero();
    }

    @Test
    void fewer_candidates_than_places_is_an_answer_that_verifies() throws IOException {
        given(List.of(), "{\"places\":2}");
        assertThat(select().code()).isEqualTo(3);
        assertThat(written().get("infeasible").get("text").get("en").asString())
                .startsWith("There are no candidates for 2 places.");
        fits("cohort.schema.json", written().toString());
        assertThat(verify().code()).as(verify().out()).isZero();
    }

    @Test
    void no_places_are_filled_by_nobody() throws IOException {
        given(people(5), "{\"places\":0}");
        assertThat(select().code()).isZero();
        assertThat(written().get("cohort").size()).isZero();
        fits("cohort.schema.json", written().toString());
        assertThat(verify().code()).isZero();
    }

    private static final String LOTTERY =
            """
            {"places":8,"mode":"MODE","seed":"2027","aims":["score"],"rules":[
             {"id":"women","kind":"quota","attribute":"gender","value":"woman","min":4},
             {"id":"per-country","kind":"quota","attribute":"country","each":true,"max":2},
             {"id":"bar","kind":"scoreThreshold","min":20}]}
            """;

    @Test
    void a_lottery_is_drawn_by_chances_that_verify() throws IOException {
        given(people(60), LOTTERY.replace("MODE", "lottery"));
        assertThat(select().code()).isZero();
        JsonNode json = written();
        assertThat(json.get("cohort").size()).isEqualTo(8);
        assertThat(json.has("score")).isFalse();
        assertThat(json.get("probabilities").size()).isEqualTo(60);
        fits("cohort.schema.json", json.toString());
        Ran verified = verify();
        assertThat(verified.code()).as(verified.out()).isZero();
        assertThat(verified.out().strip().lines()).hasSize(1);
        String whole = json.toString();
        String chance = json.get("probabilities").get("p0").asString();
        for (String changed :
                List.of(
                        whole.replace("\"p0\":\"" + chance, "\"p0\":\"1/999"),
                        whole.replace("\"tickets\":[\"", "\"tickets\":[\"9"),
                        whole.replace("\"most\":", "\"most\":1"),
                        whole.replaceFirst("\"draw\":.*", "\"proofs\":[]}}"),
                        whole.replaceFirst("\"levels\":.*", "\"levels\":[]}}}"))) {
            assertThat(changed).isNotEqualTo(whole);
            Files.writeString(folder.resolve("cohort.json"), changed);
            assertThat(verify().code()).isEqualTo(1);
        }
    }

    @Test
    void a_lottery_needs_no_scores() throws IOException {
        Files.writeString(folder.resolve("people.csv"), "id,gender\na,w\nb,w\nc,m\n");
        Files.writeString(
                folder.resolve("rules.json"),
                "{\"places\":2,\"mode\":\"lottery\",\"seed\":\"s\",\"rules\":[{\"kind\":\"quota\",\"attribute\":\"gender\",\"value\":\"w\",\"max\":1}]}");
        assertThat(select().code()).isZero();
        assertThat(written().get("probabilities").toString())
                .isEqualTo("{\"a\":\"1/2\",\"b\":\"1/2\",\"c\":\"1/1\"}");
        assertThat(verify().code()).isZero();
    }

    @Test
    void the_tie_band_draws_among_the_best_only() throws IOException {
        List<String> people = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            people.add("p" + i + "," + (i < 3 ? 90 : i < 9 ? 80 : 70) + ",,woman,TN,south");
        }
        given(people, "{\"places\":5,\"mode\":\"tieband\",\"seed\":\"s\"}");
        assertThat(select().code()).isZero();
        JsonNode json = written();
        assertThat(json.get("score").asString()).isEqualTo("430");
        assertThat(json.get("probabilities").get("p0").asString()).isEqualTo("1/1");
        assertThat(json.get("probabilities").get("p5").asString()).isEqualTo("1/3");
        assertThat(json.get("probabilities").get("p11").asString()).isEqualTo("0/1");
        fits("cohort.schema.json", json.toString());
        assertThat(verify().code()).as(verify().out()).isZero();
        Files.writeString(
                folder.resolve("cohort.json"),
                json.toString().replaceFirst("\"best\":\\[[^]]*],", ""));
        assertThat(verify().code()).isEqualTo(1);
    }

    @Test
    void a_lottery_that_cannot_be_says_why() throws IOException {
        given(people(60), LOTTERY.replace("MODE", "lottery").replace("\"min\":20", "\"min\":99"));
        assertThat(select().code()).isEqualTo(3);
        fits("cohort.schema.json", written().toString());
        assertThat(verify().code()).as(verify().out()).isZero();
    }

    @Test
    void bad_input_leaves_no_file() throws IOException {
        given(List.of("a,x,,,,"), "{\"places\":1}");
        Ran ran = select();
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).startsWith(file("people.csv") + ":2:3: ");
        assertThat(folder.resolve("cohort.json")).doesNotExist();
        assertThat(folder.toFile().list()).containsExactlyInAnyOrder("people.csv", "rules.json");
    }

    @Test
    void the_answer_never_overwrites_what_it_was_made_from() throws IOException {
        given(people(5), "{\"places\":1}");
        String people = file("people.csv");
        Ran ran =
                run(
                        "select",
                        "--candidates",
                        people,
                        "--rules",
                        file("rules.json"),
                        "--out=" + people);
        assertThat(ran.code()).isEqualTo(2);
        assertThat(Files.readString(Path.of(people))).startsWith("id,score,group");
    }

    @Test
    void words_that_are_not_understood_are_told_with_the_usage() {
        assertThat(run("select").err()).contains("--candidates", "usage: rivages select");
        assertThat(run("select", "--rulez", "x").code()).isEqualTo(2);
        assertThat(run("verify", "--rules").err()).contains("wants a file after it");
        Ran missing =
                run("verify", "--candidates", "none.csv", "--rules", "none.json", "none.json");
        assertThat(missing.code()).isEqualTo(2);
        assertThat(missing.err()).contains("none.json: there is no such file");
    }

    @Test
    void a_file_without_certificate_is_refused() throws IOException {
        given(people(60), RULES);
        select();
        ObjectNode json = (ObjectNode) written();
        json.remove("certificate");
        Files.writeString(folder.resolve("cohort.json"), json.toString());
        Ran ran = verify();
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.out()).contains("no certificate");
    }

    @Test
    void a_changed_file_is_refused() throws IOException {
        given(people(60), RULES);
        select();
        String whole = Files.readString(folder.resolve("cohort.json"));
        JsonNode json = written();
        List<String> changed = new ArrayList<>();
        String score = json.get("score").asString();
        changed.add(whole.replace("\"score\":\"" + score, "\"score\":\"1" + score));
        changed.add(whole.replace("\"country\":", "\"country\":1"));
        String first = json.get("cohort").get(0).asString();
        changed.add(whole.replaceFirst("\"" + first + "\",", ""));
        changed.add(whole.replaceFirst("\"" + first + "\"", "\"p3\""));
        changed.add(whole.replace("\"count\":", "\"count\":1"));
        changed.add(whole.replace("\"outcome\":\"optimal\"", "\"outcome\":\"infeasible\""));
        changed.add(whole.replace("\"outcome\":\"optimal\"", "\"outcome\":\"interrupted\""));
        changed.add(whole.replace("\"outcome\":\"optimal\"", "\"outcome\":\"best\""));
        changed.add(whole.replace("\"proofs\":[", "\"proofs\":[[],"));
        changed.add(whole.replaceFirst("\"proofs\":\\[\\[\\[\\d", "\"proofs\":[[[9"));
        changed.add(whole.substring(0, whole.length() - 5));
        changed.add(whole + "{}");
        changed.add("");
        changed.add("null");
        changed.add("{\"outcome\":\"optimal\",\"certificate\":{}}");
        changed.add(whole.replace("\"certificate\"", "\"extra\":1,\"certificate\""));
        for (String one : changed) {
            assertThat(one).isNotEqualTo(whole);
            Files.writeString(folder.resolve("cohort.json"), one);
            Ran ran = verify();
            assertThat(ran.code()).as(one.substring(0, Math.min(300, one.length()))).isEqualTo(1);
            assertThat(ran.err()).isEmpty();
            assertThat(ran.out().strip().lines()).hasSize(1);
        }
    }

    @Test
    void every_word_and_number_that_claims_something_is_verified() throws IOException {
        List<String> rules =
                List.of(
                        RULES,
                        "{\"places\":8,\"aims\":[\"distinct:country\",\"score\"],\"rules\":[{\"kind\":\"include\",\"candidate\":\"p9\"}]}",
                        LOTTERY.replace("MODE", "lottery"),
                        LOTTERY.replace("MODE", "tieband"),
                        RULES.replace("\"min\":4}", "\"min\":4,\"max\":3}")
                                .replace("\"max\":3}", "\"maxPercent\":40}"),
                        "{\"places\":61}");
        int changed = 0;
        for (String one : rules) {
            given(people(60), one);
            assertThat(select().code()).isIn(0, 3);
            assertThat(verify().code()).as(verify().out()).isZero();
            JsonNode whole = written();
            for (List<Object> path : leaves(whole, List.of())) {
                Files.writeString(
                        folder.resolve("cohort.json"), changed(whole, path, 0).toString());
                Ran ran = verify();
                assertThat(ran.code()).as(path + " of " + one + ran.out()).isEqualTo(1);
                changed++;
            }
        }
        assertThat(changed).isGreaterThan(150);
    }

    /** Paths of texts and numbers; the numbers of proofs are left to the tests of the checker. */
    private static List<List<Object>> leaves(JsonNode node, List<Object> path) {
        List<List<Object>> leaves = new ArrayList<>();
        if (node.isObject()) {
            for (String name : node.propertyNames()) {
                if (!List.of("proofs", "levels", "tickets").contains(name)) {
                    leaves.addAll(leaves(node.get(name), plus(path, name)));
                }
            }
        } else if (node.isArray()) {
            for (int k = 0; k < node.size(); k++) {
                leaves.addAll(leaves(node.get(k), plus(path, k)));
            }
        } else {
            leaves.add(path);
        }
        return leaves;
    }

    private static List<Object> plus(List<Object> path, Object step) {
        List<Object> longer = new ArrayList<>(path);
        longer.add(step);
        return longer;
    }

    private static JsonNode changed(JsonNode node, List<Object> path, int depth) {
        if (depth == path.size()) {
            if (node.isBoolean()) {
                return CohortJson.MAPPER.valueToTree(!node.asBoolean());
            }
            return node.isNumber()
                    ? CohortJson.MAPPER.valueToTree(node.asLong() + 1)
                    : CohortJson.MAPPER.valueToTree(
                            node.asString().matches("-?[0-9.]+")
                                    ? "7" + node.asString().replace("-", "")
                                    : node.asString() + "x");
        }
        JsonNode copy = node.deepCopy();
        switch (path.get(depth)) {
            case String name ->
                    ((ObjectNode) copy).set(name, changed(node.get(name), path, depth + 1));
            case Integer k -> ((ArrayNode) copy).set(k, changed(node.get(k), path, depth + 1));
            default -> throw new IllegalArgumentException(path.toString());
        }
        return copy;
    }

    @Test
    void a_reserve_in_the_order_of_people_is_told_apart_from_the_engines() throws IOException {
        given(people(60), RULES);
        select();
        ObjectNode json = (ObjectNode) written();
        ((ObjectNode) json.get("certificate")).remove("reserve");
        json.set("reserve", CohortJson.MAPPER.valueToTree(List.of("p3")));
        Files.writeString(folder.resolve("cohort.json"), json.toString());
        assertThat(verify().code()).isZero();
        assertThat(verify().out()).contains("order of the reserve is not the engine's");
    }
}
