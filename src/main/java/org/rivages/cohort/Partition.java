package org.rivages.cohort;

import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/**
 * The candidates divided by a text: a value of one attribute, or the group.
 *
 * @param codes for every candidate the place of the text in {@code values}; -1 for the empty text
 * @param values ascending, without the empty one
 * @param sizes how many candidates have each value
 */
@SuppressWarnings("ArrayRecordComponent") // two instances are never compared
record Partition(int[] codes, List<String> values, int[] sizes) {
    static Partition of(String[] texts) {
        TreeSet<String> sorted = new TreeSet<>(Arrays.asList(texts));
        sorted.remove("");
        List<String> values = List.copyOf(sorted);
        java.util.Map<String, Integer> places = new java.util.HashMap<>(values.size() * 2);
        for (int code = 0; code < values.size(); code++) {
            places.put(values.get(code), code);
        }
        int[] codes = new int[texts.length];
        int[] sizes = new int[values.size()];
        for (int i = 0; i < texts.length; i++) {
            codes[i] = places.getOrDefault(texts[i], -1);
            if (codes[i] >= 0) {
                sizes[codes[i]]++;
            }
        }
        return new Partition(codes, values, sizes);
    }

    /** -1 where nobody has the value. */
    int code(String value) {
        return Math.max(-1, java.util.Collections.binarySearch(values, value));
    }
}
