package org.rivages.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Habits of the house that no compiler knows. */
class HouseTests {
    private static final Path SOURCES = Path.of("src/main/java/org/rivages");
    private static final int LONGEST = 300;

    /** Long files and why they are. */
    private static final Path REASONS = Path.of("docs", "long-files.txt");

    private static final Pattern EXPRESSION = Pattern.compile("\\$(?:unsafe)?\\{");

    /** Text between two tags that holds no call of another template. */
    private static final Pattern NODE = Pattern.compile(">([^<>=()@`]*)(?=<)");

    private static final Pattern WORD = Pattern.compile("[\\p{L}]{2,}");

    /** Words that are the same in every language. */
    private static final Set<String> NAMES =
            Set.of("CSV", "JSON", "Atom", "iCalendar", "PDF", "RSS", "XLSX", "nbsp", "middot");

    @Test
    void migrations_have_one_time_one_name_and_stay_in_the_schema_of_their_room()
            throws IOException {
        Map<String, Path> times = new TreeMap<>();
        for (Path file : files(SOURCES, ".sql")) {
            String name = file.getFileName().toString();
            assertThat(name).matches("V\\d{8}_\\d{4}__[a-z0-9_]+\\.sql");
            assertThat(times.put(name.substring(0, 14), file))
                    .as("the same time twice: " + name)
                    .isNull();
            String room = file.getParent().getParent().getFileName().toString();
            String schema = room.equals("platform") ? "events" : room;
            Matcher made =
                    Pattern.compile("(?i)create (?:table|schema)(?: if not exists)? ([a-z_]+)")
                            .matcher(Files.readString(file));
            while (made.find()) {
                assertThat(made.group(1)).as(name).isEqualTo(schema);
            }
        }
        assertThat(times).isNotEmpty();
    }

    @Test
    void no_query_reads_the_table_of_another_room() throws IOException {
        Set<String> rooms = new TreeSet<>();
        try (Stream<Path> folders = Files.list(SOURCES)) {
            folders.filter(Files::isDirectory)
                    .forEach(folder -> rooms.add(folder.getFileName().toString()));
        }
        Pattern table =
                Pattern.compile(
                        "(?i)\\b(?:from|join|update|into) ("
                                + String.join("|", rooms)
                                + ")\\.[a-z_]+");
        List<String> wrong = new ArrayList<>();
        for (Path file : files(SOURCES, ".java")) {
            String room = file.getParent().getFileName().toString();
            Matcher read = table.matcher(Files.readString(file));
            while (read.find()) {
                if (!read.group(1).equals(room)) {
                    wrong.add(file + ": " + read.group());
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void rows_are_never_read_as_a_stream_which_would_hold_its_connection() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (Path file : files(SOURCES, ".java")) {
            if (Pattern.compile("\\.query\\((?:(?!\\.list\\(\\))[^;])*?\\)\\s*\\.stream\\(\\)")
                    .matcher(Files.readString(file))
                    .find()) {
                wrong.add(file.toString());
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void time_comes_from_the_one_clock() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (Path file : files(SOURCES, ".java")) {
            String room = file.getParent().getFileName().toString();
            if (!room.equals("platform")
                    && Pattern.compile(
                                    "\\b(?:Instant|LocalDate|LocalDateTime|ZonedDateTime|Year)\\.now\\(|currentTimeMillis")
                            .matcher(Files.readString(file))
                            .find()) {
                wrong.add(file.toString());
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void templates_hold_no_words_of_a_language() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (Path file : files(SOURCES, ".jte")) {
            Matcher nodes = NODE.matcher(visible(Files.readString(file)));
            while (nodes.find()) {
                Matcher words = WORD.matcher(nodes.group(1));
                while (words.find()) {
                    if (!NAMES.contains(words.group())) {
                        wrong.add(file.getFileName() + ": " + words.group());
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** A template without expressions, statements and calls. */
    private static String visible(String template) {
        String text =
                template.replaceAll("(?s)<%--.*?--%>", " ")
                        .replaceAll("(?m)^@(?:import|param).*$", " ");
        text = without(text, EXPRESSION, '{', '}');
        text = without(text, Pattern.compile("!\\{"), '{', '}');
        text = text.replaceAll("@(?:else(?!if)|endif|endfor)", " ");
        return without(text, Pattern.compile("@(?:if|elseif|for)\\("), '(', ')');
    }

    private static String without(String text, Pattern begin, char open, char close) {
        StringBuilder rest = new StringBuilder();
        Matcher found = begin.matcher(text);
        int at = 0;
        while (found.find(at)) {
            rest.append(text, at, found.start()).append(' ');
            int depth = 1;
            at = found.end();
            for (; at < text.length() && depth > 0; at++) {
                depth += text.charAt(at) == open ? 1 : text.charAt(at) == close ? -1 : 0;
            }
        }
        return rest.append(text.substring(at)).toString();
    }

    @Test
    void the_tree_names_no_registry_and_no_machine() throws IOException {
        Pattern machine =
                Pattern.compile(
                        "/home/[a-z]|/Users/[A-Za-z]|/"
                                + "work/(?:wt|main|shared)|repo1?\\.maven\\.org|repo\\.maven\\.apache|registry\\.npmjs|artifactory|nexus\\.");
        List<String> wrong = new ArrayList<>();
        for (String folder : List.of("src", "docs", ".ci")) {
            for (Path file :
                    Files.exists(Path.of(folder)) ? files(Path.of(folder), "") : List.<Path>of()) {
                if (!file.toString().matches(".*\\.(?:woff2|png|jpg|aot|ico)")
                        && machine.matcher(Files.readString(file, StandardCharsets.ISO_8859_1))
                                .find()) {
                    wrong.add(file.toString());
                }
            }
        }
        for (String file : List.of("pom.xml", "rivages")) {
            if (machine.matcher(Files.readString(Path.of(file))).find()) {
                wrong.add(file);
            }
        }
        assertThat(wrong).filteredOn(file -> !file.endsWith("HouseTests.java")).isEmpty();
    }

    @Test
    void every_runtime_dependency_is_explained() throws IOException {
        String explained = Files.readString(Path.of("docs", "dependencies.md"));
        // the Jetty modules in the list of managed versions serve only the HTML validator of the
        // tests
        String pom =
                Files.readString(Path.of("pom.xml"))
                        .replaceAll("(?s)<dependencyManagement>.*?</dependencyManagement>", "");
        Matcher named =
                Pattern.compile(
                                "<dependency><groupId>[^<]+</groupId><artifactId>([^<]+)</artifactId>(.*?)</dependency>")
                        .matcher(pom);
        List<String> missing = new ArrayList<>();
        while (named.find()) {
            if (!named.group(2).contains("test</scope>")
                    && !explained.contains("| " + named.group(1) + " |")) {
                missing.add(named.group(1));
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void a_long_file_has_a_reason() throws IOException {
        String reasons = Files.readString(REASONS);
        List<String> wrong = new ArrayList<>();
        for (Path file : files(SOURCES, ".java")) {
            long lines = Files.readString(file).lines().count();
            if (lines > LONGEST
                    && !reasons.contains(SOURCES.relativize(file).toString().replace('\\', '/'))) {
                wrong.add(file + " has " + lines + " lines; split it, or say why in " + REASONS);
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static List<Path> files(Path root, String end) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().endsWith(end))
                    .sorted()
                    .toList();
        }
    }
}
