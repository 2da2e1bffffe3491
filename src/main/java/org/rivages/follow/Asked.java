package org.rivages.follow;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.rivages.search.SearchQuery.Sort;

/**
 * What an address asks of a list: the whole state, written back in one order. Two people who ask
 * the same have the same address.
 *
 * @param criteria as asked, in the order of the pages
 * @param sort null where the list's own order is meant
 * @param problems message keys for what could not be read
 */
record Asked(
        String text,
        Map<String, Set<String>> criteria,
        @Nullable Sort sort,
        int page,
        List<String> problems) {

    /**
     * Message keys for the same where nothing is shown instead: a page leaves out what it could not
     * read, data and feeds refuse it.
     */
    List<String> refusals() {
        return problems.stream()
                .map(key -> key.replace("follow.problem.", "follow.refused."))
                .toList();
    }

    /** Parameters after a question mark, or "". */
    String address() {
        List<String> parts = new ArrayList<>();
        if (!text.isEmpty()) {
            parts.add("q=" + encode(text));
        }
        criteria.forEach((criterion, values) ->
                values.forEach(value -> parts.add(criterion + "=" + encode(value))));
        if (sort != null) {
            parts.add("sort=" + name(sort));
        }
        if (page > 1) {
            parts.add("page=" + page);
        }
        return parts.isEmpty() ? "" : "?" + String.join("&", parts);
    }

    static String name(Sort sort) {
        return sort.name().toLowerCase(java.util.Locale.ROOT);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    Asked without(String criterion, String value) {
        Map<String, Set<String>> fewer = new LinkedHashMap<>(criteria);
        Set<String> values = new TreeSet<>(fewer.getOrDefault(criterion, Set.of()));
        values.remove(value);
        if (values.isEmpty()) {
            fewer.remove(criterion);
        } else {
            fewer.put(criterion, values);
        }
        return new Asked(text, fewer, sort, 1, List.of());
    }

    Asked without(String criterion) {
        Map<String, Set<String>> fewer = new LinkedHashMap<>(criteria);
        fewer.remove(criterion);
        return new Asked(text, fewer, sort, 1, List.of());
    }

    Asked withoutText() {
        return new Asked("", criteria, sort, 1, List.of());
    }

    Asked text(String other) {
        return new Asked(other, criteria, sort, 1, List.of());
    }

    Asked sort(Sort other) {
        return new Asked(text, criteria, other, page, List.of());
    }

    Asked page(int other) {
        return new Asked(text, criteria, sort, other, List.of());
    }

    /** The same search without its order and page: what feeds and files follow. */
    Asked unordered() {
        return new Asked(text, criteria, null, 1, List.of());
    }

    boolean isPlain() {
        return text.isEmpty() && criteria.isEmpty();
    }
}
