package org.rivages.cohortfiles;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rivages.cohort.Aim;
import org.rivages.cohort.Candidate;
import org.rivages.cohort.Mode;
import org.rivages.cohort.Problem;
import org.rivages.cohort.Rule;
import org.rivages.shared.Language;

class InputFilesTests {
    private static final String ONE_PLACE = "{\"places\":1}";
    private static final String BY_GENDER =
            "{\"places\":1,\"rules\":[{\"kind\":\"quota\",\"attribute\":\"gender\",\"each\":true,\"max\":3}]}";

    @TempDir private Path folder;

    private Problem read(byte[] people, String rules) throws IOException, BadInput {
        Path candidates = folder.resolve("people.csv");
        Path file = folder.resolve("rules.json");
        Files.write(candidates, people);
        Files.writeString(file, rules);
        return ProblemFiles.read(candidates, file);
    }

    private Problem read(String people, String rules) throws IOException, BadInput {
        return read(people.getBytes(StandardCharsets.UTF_8), rules);
    }

    /** What the console says, without the folder. */
    private List<String> told(String people, String rules) throws IOException {
        return told(people.getBytes(StandardCharsets.UTF_8), rules);
    }

    private List<String> told(byte[] people, String rules) throws IOException {
        try {
            read(people, rules);
            return List.of();
        } catch (BadInput e) {
            Phrases english = new Phrases(Language.EN);
            return e.faults().stream()
                    .map(english::told)
                    .map(line -> line.replace(folder + "/", ""))
                    .toList();
        }
    }

    // ---- people.csv

    @Test
    void reads_quotes_line_ends_and_a_byte_order_mark() throws Exception {
        String csv =
                "\uFEFFid,score,group,gender\r\n\"a\",80,\"one, two\",\"wo\"\"man\"\nb,0.125,,\"x\ny\"\r\n\r\nc,-3.5,,";
        assertThat(read(csv, BY_GENDER).candidates())
                .containsExactly(
                        new Candidate("a", 80_000, "one, two", List.of("wo\"man")),
                        new Candidate("b", 125, "", List.of("x\ny")),
                        new Candidate("c", -3_500, "", List.of("")));
    }

    @Test
    void keeps_only_the_columns_that_a_rule_or_an_aim_names() throws Exception {
        String rules = "{\"places\":1,\"aims\":[\"distinct:land\"]}";
        Problem problem = read("id,score,group,city,land\na,1,,Sfax,TN\n", rules);
        assertThat(problem.attributes()).containsExactly("land");
        assertThat(problem.candidates().getFirst().values()).containsExactly("TN");
    }

    @Test
    void a_formula_is_a_text_like_any_other() throws Exception {
        Problem problem = read("id,score,group\n=1+1,1,@SUM(A1)\n", ONE_PLACE);
        assertThat(problem.candidates())
                .containsExactly(new Candidate("=1+1", 1_000, "@SUM(A1)", List.of()));
    }

    @Test
    void what_is_written_for_the_auditor_holds_no_formula_and_is_read_back_the_same()
            throws Exception {
        Problem problem =
                read(
                        "id,score,group,gender\n=1+1,1,@SUM(A1),\"-x,\"\"y\n\"\n'=2,0.5,\"a\n\",\n",
                        BY_GENDER);
        StringWriter out = new StringWriter();
        PeopleWriter.write(out, problem);
        assertThat(out.toString()).contains("'=1+1,1,'@SUM(A1),\"'-x,\"\"y\n\"");
        assertThat(read(out.toString(), BY_GENDER)).isEqualTo(problem);
    }

    @Test
    void tells_every_fault_by_line_and_column() throws IOException {
        assertThat(
                        told(
                                "id,score,group,gender\na,80.5555,g,w\na,12,g\n,,g,w\nb,\"1\"2,g,w\n",
                                ONE_PLACE))
                .containsExactly(
                        "people.csv:2:3: “80.5555” is no score; write a decimal with a point and at most three places, up to a million",
                        "people.csv:3:1: the id “a” is already on line 2",
                        "people.csv:3:1: this row has 3 cells, the header has 4",
                        "people.csv:4:1: the id is empty",
                        "people.csv:4:2: the score is empty",
                        "people.csv:5:6: a comma or the end of the line must follow the closing quotation mark");
    }

    @Test
    void tells_where_the_bytes_are_not_utf8() throws IOException {
        byte[] bytes = "id,score,group\na,1,é\n".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(told(bytes, ONE_PLACE))
                .containsExactly("people.csv:2:5: is not UTF-8 here; save the file as UTF-8");
    }

    @Test
    void counts_a_letter_outside_the_basic_plane_as_one_column() throws IOException {
        assertThat(told("id,score,group\n𝒜𝒜,x,\n", ONE_PLACE).getFirst())
                .startsWith("people.csv:2:4: “x” is no score");
    }

    @Test
    void refuses_a_header_that_cannot_be_meant() throws IOException {
        assertThat(told("", ONE_PLACE)).containsExactly("people.csv: is empty");
        assertThat(told("name,score,score,\na,1,1,\n", ONE_PLACE))
                .containsExactly(
                        "people.csv:1:1: the column “id” is missing",
                        "people.csv:1:12: the column “score” is there twice",
                        "people.csv:1:18: this column has no name");
        assertThat(told("id,group\na,\n", ONE_PLACE))
                .containsExactly("people.csv:1:1: the column “score” is missing");
    }

    @Test
    void no_candidates_at_all_are_no_fault_of_form() throws Exception {
        assertThat(read("id,score,group\n", ONE_PLACE).candidates()).isEmpty();
    }

    @Test
    void a_lottery_needs_a_score_only_for_its_threshold() throws Exception {
        String lottery = "{\"places\":1,\"mode\":\"lottery\",\"seed\":\"s\"}";
        assertThat(read("id,group\na,\n", lottery).mode()).isEqualTo(Mode.LOTTERY);
        String bar =
                "{\"places\":1,\"mode\":\"lottery\",\"seed\":\"s\",\"rules\":[{\"kind\":\"scoreThreshold\",\"min\":2}]}";
        assertThat(told("id,score,group\na,,\n", bar))
                .containsExactly("people.csv:2:3: the score is empty");
    }

    @Test
    void stops_after_twenty_faults() throws IOException {
        String rows =
                IntStream.range(0, 5_000)
                        .mapToObj(i -> "p" + i + ",bad,\n")
                        .collect(Collectors.joining());
        List<String> told = told("id,score,group\n" + rows, ONE_PLACE);
        assertThat(told).hasSize(21);
        assertThat(told.getLast()).endsWith("there is more; these are the first");
    }

    @Test
    void a_quotation_mark_that_is_never_closed_ends_the_reading_early() throws Exception {
        RulesText rules = RulesReader.read("r", ONE_PLACE.getBytes(StandardCharsets.UTF_8));
        long[] taken = {0};
        InputStream endless =
                new InputStream() {
                    private final byte[] start =
                            "id,score,group\n\"".getBytes(StandardCharsets.UTF_8);

                    @Override
                    public int read() {
                        return taken[0] < start.length ? start[(int) taken[0]++] : ending();
                    }

                    private int ending() {
                        taken[0]++;
                        return 'x';
                    }
                };
        assertThat(
                        org.assertj.core.api.Assertions.catchThrowable(
                                () -> PeopleReader.read("p", endless, rules)))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("long-cell");
        assertThat(taken[0]).isLessThan(1_000_000);
    }

    @Test
    void a_huge_file_is_refused_before_it_is_read() throws IOException {
        Path huge = folder.resolve("huge.csv");
        try (var file = new java.io.RandomAccessFile(huge.toFile(), "rw")) {
            file.setLength(2_000_000_000L);
        }
        Path rules = folder.resolve("rules.json");
        Files.writeString(rules, ONE_PLACE);
        assertThat(
                        org.assertj.core.api.Assertions.catchThrowable(
                                () -> ProblemFiles.read(huge, rules)))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("cohortfiles.large");
    }

    @Test
    void two_hundred_attributes_are_read() throws Exception {
        String names =
                IntStream.range(0, 200).mapToObj(i -> "a" + i).collect(Collectors.joining(","));
        String values =
                IntStream.range(0, 200).mapToObj(i -> "v" + i).collect(Collectors.joining(","));
        String rules =
                "{\"places\":1,\"rules\":[{\"kind\":\"quota\",\"attribute\":\"a199\",\"value\":\"v199\",\"min\":1}]}";
        Problem problem = read("id,score,group," + names + "\na,1,," + values + "\n", rules);
        assertThat(problem.candidates().getFirst().values()).containsExactly("v199");
    }

    // ---- rules.json

    @Test
    void reads_the_rules_as_the_format_fixes_them() throws Exception {
        String rules =
                """
                {"places":25,"mode":"merit","seed":"text",
                 "aims":["score","distinct:country","worst:region"],"rules":[
                 {"id":"women","kind":"quota","attribute":"gender","value":"woman","min":10,"max":15},
                 {"id":"per-country","kind":"quota","attribute":"country","each":true,"max":3},
                 {"id":"regions","kind":"quota","attribute":"region","value":"south","minPercent":40},
                 {"id":"cap","kind":"groupCap","max":1},
                 {"id":"in","kind":"include","candidate":"p17"},
                 {"kind":"exclude","candidate":"p3"},
                 {"id":"not-both","kind":"mutuallyExclusive","candidates":["p3","p17"]},
                 {"id":"bar","kind":"scoreThreshold","min":60.5}]}
                """;
        String people =
                "id,score,group,gender,country,region\np17,1,,woman,TN,south\np3,2,,man,FR,north\n";
        Problem problem = read(people, rules);
        assertThat(problem.aims())
                .containsExactly(
                        new Aim.Score(), new Aim.Distinct("country"), new Aim.Worst("region"));
        assertThat(problem.rules())
                .containsExactly(
                        Rule.Quota.of("women", "gender", "woman", 10, 15),
                        Rule.Quota.of("per-country", "country", null, null, 3),
                        new Rule.Quota("regions", "region", "south", null, null, 40, null),
                        new Rule.GroupCap("cap", 1),
                        new Rule.Include("in", "p17"),
                        new Rule.Exclude("rule-6", "p3"),
                        new Rule.MutuallyExclusive("not-both", List.of("p3", "p17")),
                        new Rule.ScoreThreshold("bar", 60_500));
        var out = new java.io.ByteArrayOutputStream();
        RulesWriter.write(out, problem);
        assertThat(read(people, out.toString(StandardCharsets.UTF_8))).isEqualTo(problem);
    }

    @Test
    void tells_every_fault_of_the_rules_by_line_and_column() throws IOException {
        String rules =
                """
                {"places":-1,"mode":"fair","aims":["best","score","score"],"extra":0,
                 "rules":[{"id":"a","kind":"quota","attribute":"gender","min":3,"max":2},
                 {"id":"a","kind":"include"},
                 {"kind":"scoreThreshold","min":1.2345},
                 {"kind":"quota","attribute":"gender","value":"","minPercent":101},
                 {"kind":"quote"},7]}
                """;
        assertThat(told("id,score,group,gender\n", rules))
                .containsExactly(
                        "rules.json:1:11: “places” must be a whole number from 0",
                        "rules.json:1:21: “fair” is no mode; there are merit, lottery and tieband",
                        "rules.json:1:36: this is no aim; there are “score”, “distinct:attribute” and “worst:attribute”",
                        "rules.json:1:51: the aim “score” is there twice",
                        "rules.json:1:60: nobody knows “extra”; known here: aims, mode, places, rules, seed",
                        "rules.json:2:11: a quota has either a “value” or “each”: true",
                        "rules.json:2:63: the minimum is above the maximum",
                        "rules.json:3:2: “candidate” is missing",
                        "rules.json:3:8: two rules are called “a”",
                        "rules.json:4:33: must be a decimal with at most three places, up to a million",
                        "rules.json:5:47: “value” is empty",
                        "rules.json:5:63: “minPercent” must be a whole number from 0 to 100",
                        "rules.json:6:10: “quote” is no kind of rule; there are quota, groupCap, include, exclude, mutuallyExclusive and scoreThreshold",
                        "rules.json:6:19: a rule must be an object in curly brackets");
    }

    @Test
    void tells_where_a_rule_does_not_fit_the_candidates() throws IOException {
        String rules =
                """
                {"places":1,"aims":["worst:land"],
                 "rules":[{"kind":"quota","attribute":"sex","value":"w","min":1},
                 {"kind":"include","candidate":"p9"}]}
                """;
        assertThat(told("id,score,group\na,1,\n", rules))
                .containsExactly(
                        "rules.json:1:21: the candidates have no column “land”",
                        "rules.json:2:39: the candidates have no column “sex”",
                        "rules.json:3:32: there is no candidate “p9”");
    }

    @Test
    void tells_where_the_json_breaks_off() throws IOException {
        assertThat(told("id,score,group\n", "{\"places\":1,\n\"rules\":[}"))
                .singleElement()
                .asString()
                .startsWith("rules.json:2:")
                .endsWith("is not JSON here");
        assertThat(told("id,score,group\n", "{\"places\":1,\"places\":2}"))
                .containsExactly("rules.json:1:13: “places” is there twice");
        assertThat(told("id,score,group\n", "{\"places\":1} x").getFirst())
                .startsWith("rules.json:1:");
        assertThat(told("id,score,group\n", "[".repeat(100_000)).getFirst())
                .endsWith("is not JSON here");
        assertThat(told("id,score,group\n", "{\"places\":1e999999999}").getFirst())
                .startsWith("rules.json:1:11: ");
    }

    @Test
    void every_sentence_exists_in_three_languages() throws IOException {
        StringBuilder sources = new StringBuilder();
        try (var files = Files.list(Path.of("src/main/java/org/rivages/cohortfiles"))) {
            for (Path file :
                    files.filter(file -> file.toString().endsWith(".java")).sorted().toList()) {
                sources.append(Files.readString(file));
            }
        }
        var keys =
                java.util.regex.Pattern.compile("\"(cohortfiles\\.[a-zA-Z.-]*[a-zA-Z])\"")
                        .matcher(sources);
        int seen = 0;
        while (keys.find()) {
            for (Language language : Language.values()) {
                assertThat(new Phrases(language).has(keys.group(1)))
                        .as(language + " " + keys.group(1))
                        .isTrue();
            }
            seen++;
        }
        assertThat(seen).isGreaterThan(60);
    }
}
