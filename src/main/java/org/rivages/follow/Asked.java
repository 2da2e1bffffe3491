package org.rivages.follow;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.rivages.search.SearchQuery;
import org.rivages.search.SearchQuery.Sort;
import org.rivages.shared.LocalizedText;

/**
 * What an address asks of a list: the whole state, written back in one order. Two people who ask
 * the same have the same address.
 *
 * @param criteria as asked, in the order of the pages
 * @param period null for any time; one of the years of {@code criteria} is enough too
 * @param around null for anywhere
 * @param sort null where the list's own order is meant
 * @param month the one that the calendar shows; null for the next with an entry
 * @param problems message keys for what could not be read
 */
record Asked(
        String text,
        Map<String, Set<String>> criteria,
        @Nullable Period period,
        @Nullable Around around,
        @Nullable Sort sort,
        View view,
        @Nullable YearMonth month,
        int page,
        List<String> problems) {

    /** Nothing in particular, in this order and view. */
    static Asked everything(@Nullable Sort sort, View view) {
        return new Asked("", Map.of(), null, null, sort, view, null, 1, List.of());
    }

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
        add(parts, "q", text);
        criteria.forEach(
                (criterion, values) -> values.forEach(value -> add(parts, criterion, value)));
        if (period != null) {
            add(parts, "from", Period.text(period.from()));
            add(parts, "to", Period.text(period.to()));
        }
        if (around != null) {
            add(parts, "near", around.place());
            add(parts, "radius", "" + around.radius());
        }
        add(parts, "sort", sort == null ? "" : name(sort));
        add(parts, "view", view == View.LIST ? "" : view.word());
        add(parts, "month", month == null || view != View.CALENDAR ? "" : month.toString());
        add(parts, "page", page > 1 ? "" + page : "");
        return parts.isEmpty() ? "" : "?" + String.join("&", parts);
    }

    private static void add(List<String> parts, String name, String value) {
        if (!value.isEmpty()) {
            parts.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
        }
    }

    static String name(Sort sort) {
        return sort.name().toLowerCase(Locale.ROOT);
    }

    Asked without(String criterion, String value) {
        Set<String> values = new TreeSet<>(criteria.getOrDefault(criterion, Set.of()));
        values.remove(value);
        return criteria(criterion, values);
    }

    Asked without(String criterion) {
        return criteria(criterion, Set.of());
    }

    private Asked criteria(String criterion, Set<String> values) {
        Map<String, Set<String>> others = new LinkedHashMap<>(criteria);
        if (values.isEmpty()) {
            others.remove(criterion);
        } else {
            others.put(criterion, values);
        }
        return new Asked(text, others, period, around, sort, view, month, 1, List.of());
    }

    /** Anywhere on earth: neither regions nor countries. */
    Asked withoutCountries() {
        return without(SearchQuery.REGION).without(SearchQuery.COUNTRY);
    }

    /** At any time: neither years nor a period. */
    Asked withoutYears() {
        return without(SearchQuery.YEAR).withoutPeriod();
    }

    Asked withoutPeriod() {
        return new Asked(text, criteria, null, around, sort, view, month, 1, List.of());
    }

    Asked withoutPlace() {
        Sort other = sort == Sort.DISTANCE ? null : sort;
        return new Asked(text, criteria, period, null, other, view, month, 1, List.of());
    }

    /** With the place's own code instead of what was typed. */
    Asked place(String code, LocalizedText name) {
        Around there = around == null ? null : new Around(code, around.radius(), name);
        return new Asked(text, criteria, period, there, sort, view, month, page, problems);
    }

    Asked withoutText() {
        return text("");
    }

    Asked text(String other) {
        return new Asked(other, criteria, period, around, sort, view, month, 1, List.of());
    }

    Asked sort(Sort other) {
        return new Asked(text, criteria, period, around, other, view, month, page, List.of());
    }

    Asked page(int other) {
        return new Asked(text, criteria, period, around, sort, view, month, other, List.of());
    }

    Asked view(View other) {
        return new Asked(text, criteria, period, around, sort, other, month, 1, List.of());
    }

    Asked month(@Nullable YearMonth other) {
        return new Asked(text, criteria, period, around, sort, view, other, 1, List.of());
    }

    Asked problem(String key) {
        List<String> more = new ArrayList<>(problems);
        more.add(key);
        return new Asked(text, criteria, period, around, sort, view, month, page, more);
    }

    /** The same search without order, view and page: what feeds and files follow. */
    Asked unordered() {
        return new Asked(text, criteria, period, around, null, View.LIST, null, 1, List.of());
    }

    boolean isPlain() {
        return text.isEmpty() && criteria.isEmpty() && period == null && around == null;
    }

    Set<String> values(String criterion) {
        return criteria.getOrDefault(criterion, Set.of());
    }
}
