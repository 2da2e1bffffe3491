package org.rivages.directory;

import java.util.List;

/**
 * The closed list of themes. Codes stand in records and addresses; their words in the messages as
 * {@code directory.theme.<code>}.
 */
public final class Themes {
    public static final List<String> CODES =
            List.of(
                    "culture-heritage",
                    "crafts",
                    "urban-planning",
                    "metropolitan-governance",
                    "territorial-cooperation",
                    "risk-prevention",
                    "ecological-transition",
                    "water",
                    "mobility",
                    "housing",
                    "economic-development",
                    "social-cohesion",
                    "migration",
                    "youth-education",
                    "tourism",
                    "engineering",
                    "capacity-building",
                    "research-innovation");

    /** "1" to "17". */
    static final List<String> SDGS =
            java.util.stream.IntStream.rangeClosed(1, 17).mapToObj(String::valueOf).toList();

    private Themes() {}

    public static boolean has(String code) {
        return CODES.contains(code);
    }

    public static String key(String code) {
        return "directory.theme." + code;
    }

    /** Words of one of the seventeen Sustainable Development Goals. */
    public static String sdgKey(int goal) {
        return "directory.sdg." + goal;
    }
}
