package org.rivages.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The values of one criterion, numbered in the order in which they were first met. */
final class Dictionary {
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> values = new ArrayList<>();

    synchronized int number(String value) {
        Integer known = numbers.putIfAbsent(value, values.size());
        if (known == null) {
            values.add(value);
            return values.size() - 1;
        }
        return known;
    }

    /** Negative when no record ever had it. */
    synchronized int known(String value) {
        return numbers.getOrDefault(value, -1);
    }

    synchronized String value(int number) {
        return values.get(number);
    }

    synchronized int size() {
        return values.size();
    }
}
