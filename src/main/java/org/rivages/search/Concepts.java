package org.rivages.search;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Which concepts a run of words names, the words as one field keeps them. */
final class Concepts {
    private final Map<String, Set<String>> codes = new HashMap<>();
    private final Set<String> last = new HashSet<>();
    private final Set<String> small;
    private int longest;

    /**
     * @param small words that may stand between the others or not
     */
    Concepts(Set<String> small) {
        this.small = small;
    }

    void add(List<String> words, String code) {
        List<String> telling = words.stream().filter(word -> !small.contains(word)).toList();
        if (!telling.isEmpty()) {
            codes.computeIfAbsent(String.join(" ", telling), key -> new TreeSet<>()).add(code);
            last.add(telling.getLast());
            longest = Math.max(longest, telling.size());
        }
    }

    boolean isSmall(String word) {
        return small.contains(word);
    }

    /** Whether some label ends with this word. */
    boolean endsWith(String word) {
        return last.contains(word);
    }

    /** The words of the longest label. */
    int longest() {
        return longest;
    }

    Collection<String> named(List<String> words) {
        return codes.getOrDefault(String.join(" ", words), Set.of());
    }
}
