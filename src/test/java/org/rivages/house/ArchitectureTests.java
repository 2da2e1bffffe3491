package org.rivages.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.rivages.Rivages;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/**
 * The walls of the house. The picture in {@code docs/architecture.md} is written by this test when
 * it runs with {@code -Drivages.update=true}, and must be true at any other time.
 */
class ArchitectureTests {
    private static final Path FILE = Path.of("docs", "architecture.md");
    private static final String BEGIN = "<!-- rooms: written by ArchitectureTests -->";
    private static final String END = "<!-- end of rooms -->";

    /** What any room may use; left out of the picture so that the road can be seen. */
    private static final Set<String> SERVICES =
            Set.of("shared", "access", "platform", "site", "mail", "files", "audit", "search");

    private static final ApplicationModules ROOMS = ApplicationModules.of(Rivages.class);

    @Test
    void every_room_uses_only_what_it_says_and_only_front_doors() {
        ROOMS.verify();
    }

    @Test
    void the_picture_shows_the_house_as_it_is() throws IOException {
        String text = Files.readString(FILE);
        int begin = text.indexOf(BEGIN);
        int end = text.indexOf(END);
        assertThat(begin).as("the place of the picture in " + FILE).isBetween(0, end);
        String now =
                text.substring(0, begin) + BEGIN + "\n\n" + drawn() + "\n" + text.substring(end);
        if (Boolean.getBoolean("rivages.update")) {
            Files.writeString(FILE, now);
        }
        assertThat(text)
                .as(FILE + " is stale; run this test with -Drivages.update=true")
                .isEqualTo(Files.readString(FILE))
                .isEqualTo(now);
    }

    private static String drawn() throws IOException {
        Map<String, Set<String>> uses = uses();
        StringBuilder drawn = new StringBuilder("```mermaid\nflowchart TD\n");
        for (String room : uses.keySet()) {
            if (!SERVICES.contains(room) && !room.equals("demo")) {
                drawn.append("  ").append(room).append('\n');
                direct(room, uses)
                        .forEach(below ->
                                drawn.append("  ")
                                        .append(room)
                                        .append(" --> ")
                                        .append(below)
                                        .append('\n'));
            }
        }
        drawn.append("```\n\n| Room | What it owns and promises | Uses |\n|---|---|---|\n");
        for (Map.Entry<String, Set<String>> room : uses.entrySet()) {
            drawn.append("| `")
                    .append(room.getKey())
                    .append("` | ")
                    .append(promise(room.getKey()))
                    .append(" | ")
                    .append(room.getValue().isEmpty() ? "–" : String.join(", ", room.getValue()))
                    .append(" |\n");
        }
        return drawn.toString();
    }

    private static Map<String, Set<String>> uses() {
        Map<String, Set<String>> uses = new TreeMap<>();
        for (ApplicationModule room : ROOMS) {
            uses.put(
                    room.getIdentifier().toString(),
                    room.getDirectDependencies(ROOMS)
                            .uniqueModules()
                            .map(other -> other.getIdentifier().toString())
                            .collect(Collectors.toCollection(TreeSet::new)));
        }
        return uses;
    }

    /** The rooms right below: not those reached through another one anyway. */
    private static List<String> direct(String room, Map<String, Set<String>> uses) {
        Set<String> below = new TreeSet<>(uses.get(room));
        below.removeAll(SERVICES);
        Set<String> through = new TreeSet<>();
        below.forEach(one -> reach(one, uses, through));
        below.removeAll(through);
        return new ArrayList<>(below);
    }

    private static void reach(String room, Map<String, Set<String>> uses, Set<String> reached) {
        for (String below : uses.get(room)) {
            if (reached.add(below)) {
                reach(below, uses, reached);
            }
        }
    }

    /** The first paragraph of the package's comment. */
    private static String promise(String room) throws IOException {
        String source =
                Files.readString(Path.of("src/main/java/org/rivages", room, "package-info.java"));
        int end = source.indexOf("*/");
        if (!source.startsWith("/**") || end < 0) {
            return "";
        }
        return Arrays.stream(source.substring(3, end).split("\n"))
                .map(line -> line.replaceFirst("^\\s*\\* ?", "").strip())
                .takeWhile(line -> !line.equals("<p>") && !line.startsWith("@"))
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining(" "))
                .replaceAll("\\{@(?:code|link) (?:[\\w.]*\\.)?([^}]+)}", "`$1`");
    }
}
