package org.rivages.applications;

import com.ibm.icu.text.Transliterator;
import java.util.Comparator;
import java.util.List;
import org.rivages.site.Form;
import org.springframework.web.util.UriUtils;

/**
 * What the desk looks for in a call's applications. "" means any; the address holds all of it.
 *
 * @param state a state, or {@code sent} for everything that was sent and not taken back
 * @param complete yes or no
 */
public record DeskFilter(
        String state, String criteria, String complete, String country, String q, String sort) {
    public static final String SENT = "sent";
    public static final List<String> SORTS =
            List.of("number", "name", "country", "received", "state");

    private static final Transliterator PLAIN =
            Transliterator.getInstance("NFKD; [:Nonspacing Mark:] Remove; Lower; NFC");

    static DeskFilter of(Form form) {
        String sort = form.value("sort");
        return new DeskFilter(
                form.value("state"),
                form.value("criteria"),
                form.value("complete"),
                form.value("country"),
                form.line("q", 100),
                SORTS.contains(sort) ? sort : "number");
    }

    List<DeskLine> apply(List<DeskLine> lines) {
        String words = PLAIN.transliterate(q).strip();
        return lines.stream()
                .filter(line -> fitsState(line.summary().state()))
                .filter(line -> criteria.isEmpty() || criteria.equals(line.criteria()))
                .filter(line ->
                        complete.isEmpty() || complete.equals(line.complete() ? "yes" : "no"))
                .filter(line -> country.isEmpty() || country.equals(line.summary().country()))
                .filter(line -> words.isEmpty() || holds(line.summary(), words))
                .sorted(order())
                .toList();
    }

    private boolean fitsState(ApplicationState found) {
        return state.isEmpty() || (state.equals(SENT) ? found.sent() : state.equals(found.code()));
    }

    private static boolean holds(ApplicationSummary one, String words) {
        return PLAIN.transliterate(
                        one.number()
                                + " "
                                + one.name()
                                + " "
                                + one.email()
                                + " "
                                + one.organisation())
                .contains(words);
    }

    private Comparator<DeskLine> order() {
        Comparator<DeskLine> byNumber =
                Comparator.comparing(
                        line -> line.summary().number().isEmpty() ? "~" : line.summary().number());
        return switch (sort) {
            case "name" ->
                    by(line -> PLAIN.transliterate(line.summary().name())).thenComparing(byNumber);
            case "country" -> by(line -> line.summary().country()).thenComparing(byNumber);
            case "state" -> by(line -> line.summary().state()).thenComparing(byNumber);
            case "received" ->
                    Comparator.comparing(
                            (DeskLine line) -> line.summary().submittedAt(),
                            Comparator.nullsLast(Comparator.naturalOrder()));
            default ->
                    byNumber.thenComparing(by(line -> PLAIN.transliterate(line.summary().name())));
        };
    }

    private static <T extends Comparable<T>> Comparator<DeskLine> by(
            java.util.function.Function<DeskLine, T> what) {
        return Comparator.comparing(what);
    }

    /** The address of this search without page, with this change: {@code state=…&q=…}. */
    public String query(String name, String value) {
        StringBuilder query = new StringBuilder();
        add(query, "state", name.equals("state") ? value : state);
        add(query, "criteria", name.equals("criteria") ? value : criteria);
        add(query, "complete", name.equals("complete") ? value : complete);
        add(query, "country", name.equals("country") ? value : country);
        add(query, "q", name.equals("q") ? value : q);
        String wanted = name.equals("sort") ? value : sort;
        add(query, "sort", wanted.equals("number") ? "" : wanted);
        return query.toString();
    }

    public String query() {
        return query("", "");
    }

    private static void add(StringBuilder query, String name, String value) {
        if (!value.isEmpty()) {
            query.append(query.isEmpty() ? "" : "&")
                    .append(name)
                    .append('=')
                    .append(UriUtils.encodeQueryParam(value, "UTF-8"));
        }
    }
}
