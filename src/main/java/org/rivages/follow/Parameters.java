package org.rivages.follow;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.rivages.search.Regions;
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

    private static final int LONGEST_PLACE = 80;

    private static final int MOST_VALUES = 100;
    private static final Pattern CODE = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._:/-]{0,79}");
    private static final Pattern YEAR = Pattern.compile("\\d{4}");
    private static final Pattern MONTH = Pattern.compile("(?!0000)\\d{4}-(0[1-9]|1[0-2])");
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
        return Asked.everything(null, View.LIST);
    }

    private Asked read() {
        return new Asked(
                text(), criteria(), period(), around(), sort(), view(), month(), page(), problems);
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
        leaveOutWhatTheRegionsHave(criteria);
        return criteria;
    }

    /** A region is chosen as a whole: naming its countries too says nothing more. */
    private static void leaveOutWhatTheRegionsHave(Map<String, Set<String>> criteria) {
        Set<String> countries = criteria.get(SearchQuery.COUNTRY);
        if (countries != null) {
            criteria.getOrDefault(SearchQuery.REGION, Set.of())
                    .forEach(region -> countries.removeAll(Regions.countries(region)));
            if (countries.isEmpty()) {
                criteria.remove(SearchQuery.COUNTRY);
            }
        }
    }

    private @Nullable Period period() {
        Integer from = year("from");
        Integer to = year("to");
        if (from != null && to != null && from > to) {
            problem("follow.problem.period");
            return null;
        }
        return from == null && to == null ? null : new Period(from, to);
    }

    private @Nullable Integer year(String name) {
        String typed = digits(first(name));
        if (typed.isEmpty()) {
            return null;
        }
        if (YEAR.matcher(typed).matches()) {
            return Integer.valueOf(typed);
        }
        problem("follow.problem.year");
        return null;
    }

    /** Who the place is, only the rooms know; here it is but a short text. */
    private @Nullable Around around() {
        String place = first("near").replaceAll("[\\p{Cntrl}\\uFFFD]", " ").strip();
        String typed = digits(first("radius"));
        if (place.isEmpty()) {
            return null;
        }
        if (place.codePointCount(0, place.length()) > LONGEST_PLACE) {
            problem("follow.problem.near");
            return null;
        }
        int radius = typed.isEmpty() ? Around.USUAL : number(typed, Around.MOST);
        if (radius < 1) {
            problem("follow.problem.radius");
            return new Around(place, Around.USUAL);
        }
        return new Around(place, radius);
    }

    private View view() {
        String asked = first("view");
        for (View view : View.values()) {
            if (asked.isEmpty() || view.word().equals(asked)) {
                return view;
            }
        }
        problem("follow.problem.view");
        return View.LIST;
    }

    private @Nullable YearMonth month() {
        String asked = digits(first("month"));
        if (asked.isEmpty()) {
            return null;
        }
        if (MONTH.matcher(asked).matches()) {
            return YearMonth.parse(asked);
        }
        problem("follow.problem.month");
        return null;
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
        return criterion.equals(SearchQuery.COUNTRY) ? value.toUpperCase(Locale.ROOT) : value;
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
        int page = number(asked, LAST_PAGE);
        if (page < 1) {
            problem("follow.problem.page");
        }
        return Math.max(1, page);
    }

    /** 0 for what is no whole number up to the bound. */
    private static int number(String typed, int most) {
        if (NUMBER.matcher(typed).matches()) {
            long number = Long.parseLong(typed);
            return number <= most ? (int) number : 0;
        }
        return 0;
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
