package org.rivages.follow;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.rivages.search.SearchQuery;
import org.rivages.search.SearchQuery.Sort;
import org.springframework.util.MultiValueMap;

/**
 * Reads the parameters of a list's address. Unknown parameters are passed over and unknown codes
 * find nothing; what has not even the form of a value is a problem, named in the answer.
 */
final class Parameters {
    static final int LONGEST_TEXT = 300;
    static final int LAST_PAGE = 1_000_000_000;

    private static final int MOST_VALUES = 100;
    private static final Pattern CODE = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._:/-]{0,79}");
    private static final Pattern YEAR = Pattern.compile("\\d{4}");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,10}");

    private final MultiValueMap<String, String> sent;
    private final List<String> problems = new ArrayList<>();

    private Parameters(MultiValueMap<String, String> sent) {
        this.sent = sent;
    }

    static Asked read(MultiValueMap<String, String> sent) {
        return new Parameters(sent).read();
    }

    /** Everything there is. */
    static Asked nothing() {
        return new Asked("", Map.of(), null, 1, List.of());
    }

    private Asked read() {
        return new Asked(text(), criteria(), sort(), page(), problems);
    }

    private String text() {
        String typed = first("q").replaceAll("[\\p{Cntrl}\\uFFFD]", " ").strip();
        if (typed.codePointCount(0, typed.length()) <= LONGEST_TEXT) {
            return typed;
        }
        problems.add("follow.problem.text");
        return typed.substring(0, typed.offsetByCodePoints(0, LONGEST_TEXT)).strip();
    }

    private Map<String, Set<String>> criteria() {
        Map<String, Set<String>> criteria = new LinkedHashMap<>();
        int read = 0;
        for (String criterion : SearchQuery.CRITERIA) {
            Set<String> values = new TreeSet<>();
            for (String value : sent.getOrDefault(criterion, List.of())) {
                if (value.isBlank()) {
                    continue;
                }
                if (++read > MOST_VALUES) {
                    problem("follow.problem.many");
                    break;
                }
                String code = code(criterion, value.strip());
                if (code != null) {
                    values.add(code);
                }
            }
            if (!values.isEmpty()) {
                criteria.put(criterion, values);
            }
        }
        return criteria;
    }

    private @Nullable String code(String criterion, String value) {
        if (criterion.equals(SearchQuery.YEAR)) {
            String year = digits(value);
            if (YEAR.matcher(year).matches()) {
                return year;
            }
            problem("follow.problem.year");
            return null;
        }
        if (!CODE.matcher(value).matches()) {
            problem("follow.problem.code");
            return null;
        }
        return criterion.equals("country") ? value.toUpperCase(Locale.ROOT) : value;
    }

    private @Nullable Sort sort() {
        String asked = first("sort");
        if (asked.isEmpty()) {
            return null;
        }
        for (Sort sort : Sort.values()) {
            if (Asked.name(sort).equals(asked)) {
                return sort;
            }
        }
        problem("follow.problem.sort");
        return null;
    }

    private int page() {
        String asked = digits(first("page"));
        if (asked.isEmpty()) {
            return 1;
        }
        if (NUMBER.matcher(asked).matches()) {
            long page = Long.parseLong(asked);
            if (page >= 1 && page <= LAST_PAGE) {
                return (int) page;
            }
        }
        problem("follow.problem.page");
        return 1;
    }

    private void problem(String key) {
        if (!problems.contains(key)) {
            problems.add(key);
        }
    }

    private String first(String name) {
        String value = sent.getFirst(name);
        return value == null ? "" : value.strip();
    }

    /** Arabic and Persian digits mean the same numbers. */
    private static String digits(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        text.codePoints()
                .forEach(c ->
                        plain.appendCodePoint(
                                Character.getType(c) == Character.DECIMAL_DIGIT_NUMBER
                                        ? '0' + Character.digit(c, 10)
                                        : c));
        return plain.toString();
    }
}
