package org.rivages.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessagePattern;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every word in every language. */
class MessagesTests {
    private static final Path SOURCES = Path.of("src/main/java/org/rivages");
    private static final List<String> LANGUAGES = List.of("en", "fr", "ar");

    /** Kinds of letters and actions of the trail are named by the room that writes them. */
    private static final Set<String> SHARED_BEGINNINGS = Set.of("mail.kind.", "audit.");

    private static final Pattern USED =
            Pattern.compile(
                    "(?:(?:\\.t|words\\(\\)\\.get|words\\.get)\\(\\s*|reject\\(\\s*\"[\\w.-]*\",\\s*)\"([a-z]+\\.[a-z0-9.-]+)\"\\s*[,)]");

    private static final Pattern NOTICE = Pattern.compile("\"([a-z]+\\.[a-z0-9.-]+\\.notice)\"");

    @Test
    void every_key_stands_in_all_three_languages() {
        Map<String, Map<String, String>> all = all();
        for (String language : LANGUAGES) {
            assertThat(all.get(language).keySet()).as(language).isEqualTo(all.get("en").keySet());
        }
    }

    @Test
    void no_word_is_empty() {
        all().forEach((language, words) ->
                words.forEach(
                        (key, text) -> assertThat(text).as(language + " " + key).isNotBlank()));
    }

    @Test
    void keys_begin_with_the_name_of_their_room() throws IOException {
        for (Path file : files(".properties")) {
            String room = file.getParent().getFileName().toString();
            for (String key : read(file).stringPropertyNames()) {
                assertThat(
                                key.startsWith(room + ".")
                                        || SHARED_BEGINNINGS.stream().anyMatch(key::startsWith))
                        .as(file + ": " + key)
                        .isTrue();
            }
        }
    }

    @Test
    void a_pattern_has_the_same_arguments_in_each_language() {
        Map<String, Map<String, String>> all = all();
        List<String> wrong = new ArrayList<>();
        all.get("en")
                .forEach((key, english) -> {
                    for (String language : LANGUAGES) {
                        String text = all.get(language).get(key);
                        if (text != null && !arguments(key, text).equals(arguments(key, english))) {
                            wrong.add(language + " " + key);
                        }
                    }
                });
        assertThat(wrong).isEmpty();
    }

    @Test
    void arabic_plurals_have_six_forms() {
        List<String> wrong = new ArrayList<>();
        all().get("ar")
                .forEach((key, text) -> {
                    for (Set<String> forms : plurals(key, text)) {
                        if (!forms.containsAll(
                                Set.of("zero", "one", "two", "few", "many", "other"))) {
                            wrong.add(key + " has only " + forms);
                        }
                    }
                });
        assertThat(wrong).isEmpty();
    }

    @Test
    void every_key_that_the_sources_name_exists() throws IOException {
        Set<String> known = all().get("en").keySet();
        Set<String> missing = new TreeSet<>();
        for (String end : List.of(".java", ".jte")) {
            for (Path file : files(end)) {
                String source = Files.readString(file);
                for (Pattern pattern : List.of(USED, NOTICE)) {
                    Matcher used = pattern.matcher(source);
                    while (used.find()) {
                        if (!known.contains(used.group(1)) && !used.group(1).endsWith(".")) {
                            missing.add(file.getFileName() + ": " + used.group(1));
                        }
                    }
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    // ---- tools

    private static Set<String> arguments(String key, String text) {
        Set<String> names = new TreeSet<>();
        MessagePattern pattern = pattern(key, text);
        for (int i = 0; i < pattern.countParts(); i++) {
            if (pattern.getPartType(i) == MessagePattern.Part.Type.ARG_NAME) {
                names.add(pattern.getSubstring(pattern.getPart(i)));
            }
        }
        return names;
    }

    private static List<Set<String>> plurals(String key, String text) {
        List<Set<String>> found = new ArrayList<>();
        MessagePattern pattern = pattern(key, text);
        for (int i = 0; i < pattern.countParts(); i++) {
            MessagePattern.Part part = pattern.getPart(i);
            if (part.getType() == MessagePattern.Part.Type.ARG_START
                    && part.getArgType() == MessagePattern.ArgType.PLURAL) {
                found.add(forms(pattern, i));
            }
        }
        return found;
    }

    private static Set<String> forms(MessagePattern pattern, int start) {
        Set<String> forms = new TreeSet<>();
        int i = start + 1;
        while (i < pattern.getLimitPartIndex(start)) {
            MessagePattern.Part.Type type = pattern.getPartType(i);
            if (type == MessagePattern.Part.Type.ARG_SELECTOR) {
                forms.add(pattern.getSubstring(pattern.getPart(i)));
            }
            i =
                    type == MessagePattern.Part.Type.MSG_START
                            ? pattern.getLimitPartIndex(i) + 1
                            : i + 1;
        }
        return forms;
    }

    private static MessagePattern pattern(String key, String text) {
        try {
            return new MessagePattern(text);
        } catch (RuntimeException e) {
            throw new AssertionError(key + " cannot be read: " + text, e);
        }
    }

    /** Language → key → text. */
    private static Map<String, Map<String, String>> all() {
        Map<String, Map<String, String>> all = new TreeMap<>();
        try {
            for (Path file : files(".properties")) {
                String name = file.getFileName().toString();
                String language = name.substring(name.indexOf('_') + 1, name.indexOf('.'));
                Properties properties = read(file);
                properties
                        .stringPropertyNames()
                        .forEach(key ->
                                all.computeIfAbsent(language, l -> new TreeMap<>())
                                        .put(key, properties.getProperty(key)));
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return all;
    }

    private static Properties read(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        return properties;
    }

    private static List<Path> files(String end) throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(end)).sorted().toList();
        }
    }
}
