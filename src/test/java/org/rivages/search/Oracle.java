package org.rivages.search;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The same question answered the slow and obvious way, straight from the definition. Texts must
 * consist of words that no language inflects.
 */
final class Oracle {
    private final List<Known> seen;

    Oracle(List<SearchDocument> corpus, Reader reader) {
        seen = corpus.stream().filter(reader::sees).map(Known::of).toList();
    }

    long total(SearchQuery query) {
        return seen.stream().filter(record -> matches(record, query)).count();
    }

    /** For each value: how many there are when the criterion's own choice does not bind. */
    Map<String, Map<String, Integer>> counts(SearchQuery query) {
        Map<String, Map<String, Integer>> counts = new LinkedHashMap<>();
        for (String criterion : SearchQuery.CRITERIA) {
            Set<String> values = new HashSet<>();
            seen.forEach(record -> values.addAll(record.values().get(criterion)));
            Map<String, Integer> found = new TreeMap<>();
            for (String value : values) {
                int total = (int) total(query.with(criterion, Set.of(value)));
                if (total > 0) {
                    found.put(value, total);
                }
            }
            counts.put(criterion, found);
        }
        return counts;
    }

    Map<String, Long> without(SearchQuery query) {
        Map<String, Long> without = new LinkedHashMap<>();
        query.criteria()
                .keySet()
                .forEach(criterion ->
                        without.put(
                                criterion, total(query.with(criterion, Set.of())) - total(query)));
        return without;
    }

    private boolean matches(Known record, SearchQuery query) {
        for (String word : query.text().strip().split(" ")) {
            if (!word.isEmpty() && !record.words().contains(word)) {
                return false;
            }
        }
        for (Map.Entry<String, Set<String>> each : query.criteria().entrySet()) {
            if (record.values().getOrDefault(each.getKey(), Set.of()).stream()
                    .noneMatch(each.getValue()::contains)) {
                return false;
            }
        }
        Set<String> networks = query.values("network");
        Set<String> classes = query.values("class");
        return networks.isEmpty()
                || classes.isEmpty()
                || record.record().pairs().stream()
                        .anyMatch(pair ->
                                networks.contains(pair.split("/")[0])
                                        && classes.contains(pair.split("/")[1]));
    }

    /** A record with its words and its values, read once. */
    private record Known(
            SearchDocument record, Set<String> words, Map<String, Set<String>> values) {
        static Known of(SearchDocument record) {
            String all = String.join(" ", record.text().all().values());
            Map<String, Set<String>> values = new HashMap<>();
            SearchQuery.CRITERIA.forEach(
                    criterion -> values.put(criterion, Oracle.values(record, criterion)));
            return new Known(record, new HashSet<>(Arrays.asList(all.split(" "))), values);
        }
    }

    private static Set<String> values(SearchDocument record, String criterion) {
        Set<String> values = new HashSet<>(record.criteria().getOrDefault(criterion, Set.of()));
        switch (criterion) {
            case "kind" -> values.add(record.kind());
            case "region" ->
                    record.criteria()
                            .getOrDefault("country", Set.of())
                            .forEach(country -> Regions.of(country).ifPresent(values::add));
            case "network" -> record.pairs().forEach(pair -> values.add(pair.split("/")[0]));
            case "class" -> record.pairs().forEach(pair -> values.add(pair.split("/")[1]));
            case "year" -> {
                for (int year = 1990; year < 2030; year++) {
                    int each = year;
                    if (record.dates().stream().anyMatch(date -> date.touchesYear(each))) {
                        values.add(String.valueOf(year));
                    }
                }
            }
            default -> {}
        }
        return values;
    }
}
