package org.rivages.cohortfiles;

import java.util.HashMap;
import java.util.Map;

/**
 * One thing that is wrong with a file.
 *
 * @param key of the message that says it
 * @param args of that message
 */
public record InputFault(Place place, String key, Map<String, Object> args) {
    /**
     * @param args name, value, name, value …
     */
    static InputFault of(Place place, String key, Object... args) {
        Map<String, Object> named = new HashMap<>();
        for (int i = 0; i + 1 < args.length; i += 2) {
            named.put((String) args[i], args[i + 1] instanceof String s ? shown(s) : args[i + 1]);
        }
        return new InputFault(place, key, Map.copyOf(named));
    }

    /** A cell can be long and hold anything; the console gets one harmless line. */
    private static String shown(String text) {
        String line =
                text.replaceAll("[\\p{Cntrl}\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069]", "␣");
        return line.length() > 120 ? line.substring(0, line.offsetByCodePoints(0, 60)) + "…" : line;
    }
}
