package org.rivages.follow;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.rivages.follow.CalendarMonth.Bar;
import org.rivages.follow.CalendarMonth.Day;
import org.rivages.follow.CalendarMonth.Entry;
import org.rivages.follow.CalendarMonth.Week;
import org.rivages.follow.ResultsView.Chip;
import org.rivages.search.Reader;
import org.rivages.search.SearchDocument;
import org.rivages.search.SearchIndex;
import org.rivages.search.SearchQuery;
import org.rivages.search.SearchQuery.Sort;
import org.rivages.search.SearchResult;
import org.rivages.shared.FuzzyDate;
import org.rivages.site.Page;
import org.rivages.site.Words;
import org.springframework.stereotype.Component;

/** A list as a calendar, month by month: its events, and those of the kinds that its feed tells. */
@Component
class CalendarDrawing {
    private static final int MOST = 1_000;
    private static final YearMonth FIRST = YearMonth.of(1, 1);
    private static final YearMonth LAST = YearMonth.of(9999, 12);

    private final SearchIndex index;
    private final Questions questions;
    private final RowDrawing rows;
    private final ValueWords values;

    CalendarDrawing(SearchIndex index, Questions questions, RowDrawing rows, ValueWords values) {
        this.index = index;
        this.questions = questions;
        this.rows = rows;
        this.values = values;
    }

    /** An event with its date. */
    private record Dated(SearchDocument record, FuzzyDate when) {
        boolean touches(YearMonth month) {
            return !when.start().isAfter(month.atEndOfMonth())
                    && !when.end().isBefore(month.atDay(1));
        }

        boolean isExact() {
            return when.grain() == FuzzyDate.Grain.DAY;
        }
    }

    private record Looked(List<SearchDocument> records, boolean all) {}

    /**
     * @param listed what the list itself found
     */
    CalendarMonth of(Page page, Listing listing, Asked asked, SearchResult listed, Reader reader) {
        SearchQuery query =
                questions
                        .query(page, listing, listing.calendarKinds(), asked.page(1), MOST)
                        .sort(Sort.DATE);
        LocalDate today = page.now().atZone(page.zone()).toLocalDate();
        Looked looked = look(query, asked.month(), YearMonth.from(today), reader);
        List<Dated> dated = dated(looked.records());
        YearMonth month = Objects.requireNonNullElseGet(asked.month(), () -> next(dated, today));
        List<Dated> shown =
                dated.stream()
                        .filter(one -> one.touches(month))
                        .sorted(
                                Comparator.comparing((Dated one) -> one.when().start())
                                        .thenComparing(one -> one.record().path()))
                        .toList();
        List<Entry> undated =
                looked.records().stream()
                        .filter(record -> record.event() != null && record.when() == null)
                        .map(record -> entry(page, record, ""))
                        .toList();
        long events = looked.records().stream().filter(record -> record.event() != null).count();
        return new CalendarMonth(
                page.words().skeleton("yMMMM", month.atDay(1)),
                month.equals(FIRST) ? null : to(page, listing, asked.month(month.minusMonths(1))),
                month.equals(LAST) ? null : to(page, listing, asked.month(month.plusMonths(1))),
                weekdays(page.words()),
                weeks(page, month, today, shown),
                shown.stream().filter(one -> !one.isExact()).map(one -> entry(page, one)).toList(),
                shown.stream()
                        .map(one -> rows.row(page, one.record(), query, listed.close()))
                        .toList(),
                shown.isEmpty() ? before(page, listing, asked, dated, month) : null,
                shown.isEmpty() ? after(page, listing, asked, dated, month) : null,
                undated,
                looked.all() && listing.kinds().isEmpty() ? listed.total() - events : 0,
                looked.all());
    }

    /** All of a list that is not too long; else what belongs to one year. */
    private Looked look(
            SearchQuery query, @Nullable YearMonth asked, YearMonth now, Reader reader) {
        SearchResult all = index.search(query, reader);
        if (all.total() <= MOST) {
            return new Looked(all.hits(), true);
        }
        String year = "%04d".formatted((asked == null ? now : asked).getYear());
        Set<String> wanted = query.values(SearchQuery.YEAR);
        if (!wanted.isEmpty() && !wanted.contains(year)) {
            return new Looked(List.of(), false);
        }
        return new Looked(
                index.search(query.with(SearchQuery.YEAR, Set.of(year)), reader).hits(), false);
    }

    private static List<Dated> dated(List<SearchDocument> records) {
        List<Dated> dated = new ArrayList<>();
        for (SearchDocument record : records) {
            FuzzyDate when = record.when();
            if (record.event() != null && when != null) {
                dated.add(new Dated(record, when));
            }
        }
        return dated;
    }

    /** The month of what comes next; where nothing comes any more, of what was last. */
    private static YearMonth next(List<Dated> dated, LocalDate today) {
        List<FuzzyDate> dates =
                dated.stream()
                        .map(Dated::when)
                        .filter(when -> when.grain() != FuzzyDate.Grain.YEAR)
                        .toList();
        return dates.stream()
                .filter(when -> !when.end().isBefore(today))
                .map(when -> when.start().isBefore(today) ? today : when.start())
                .min(Comparator.naturalOrder())
                .or(() -> dates.stream().map(FuzzyDate::end).max(Comparator.naturalOrder()))
                .map(YearMonth::from)
                .orElse(YearMonth.from(today));
    }

    private static List<String> weekdays(Words words) {
        LocalDate monday = LocalDate.EPOCH.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
        return IntStream.range(0, 7)
                .mapToObj(day -> words.skeleton("ccc", monday.plusDays(day)))
                .toList();
    }

    private List<Week> weeks(Page page, YearMonth month, LocalDate today, List<Dated> shown) {
        List<Week> weeks = new ArrayList<>();
        LocalDate monday = month.atDay(1).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        while (!monday.isAfter(month.atEndOfMonth())) {
            List<Day> days = new ArrayList<>();
            for (int i = 0; i < 7; i++) {
                LocalDate day = monday.plusDays(i);
                days.add(
                        new Day(
                                page.words().number(day.getDayOfMonth()),
                                YearMonth.from(day).equals(month),
                                day.equals(today)));
            }
            boolean first = weeks.isEmpty();
            List<Bar> bars = new ArrayList<>();
            for (Dated one : shown) {
                if (one.isExact()) {
                    bar(page, one, monday, first).ifPresent(bars::add);
                }
            }
            weeks.add(new Week(days, bars));
            monday = monday.plusWeeks(1);
        }
        return weeks;
    }

    private Optional<Bar> bar(Page page, Dated one, LocalDate monday, boolean first) {
        LocalDate sunday = monday.plusDays(6);
        LocalDate start = one.when().start().isBefore(monday) ? monday : one.when().start();
        LocalDate end = one.when().end().isAfter(sunday) ? sunday : one.when().end();
        if (start.isAfter(end)) {
            return Optional.empty();
        }
        return Optional.of(
                new Bar(
                        start.getDayOfWeek().getValue(),
                        (int) ChronoUnit.DAYS.between(start, end) + 1,
                        first || start.equals(one.when().start()),
                        entry(page, one)));
    }

    private Entry entry(Page page, Dated one) {
        return entry(page, one.record(), page.words().planned(one.when()));
    }

    private Entry entry(Page page, SearchDocument record, String when) {
        String status = RowDrawing.status(record);
        return new Entry(
                page.url(record.path()),
                page.t(record.title()),
                when,
                status.isEmpty() ? "" : values.word("status", status, page.words()),
                RowDrawing.style(status));
    }

    private static @Nullable Chip before(
            Page page, Listing listing, Asked asked, List<Dated> dated, YearMonth month) {
        return dated.stream()
                .filter(one -> one.when().end().isBefore(month.atDay(1)))
                .max(Comparator.comparing(one -> one.when().end()))
                .map(one -> jump(page, listing, asked, one, one.when().end()))
                .orElse(null);
    }

    private static @Nullable Chip after(
            Page page, Listing listing, Asked asked, List<Dated> dated, YearMonth month) {
        return dated.stream()
                .filter(one -> one.when().start().isAfter(month.atEndOfMonth()))
                .min(Comparator.comparing(one -> one.when().start()))
                .map(one -> jump(page, listing, asked, one, one.when().start()))
                .orElse(null);
    }

    private static Chip jump(Page page, Listing listing, Asked asked, Dated one, LocalDate day) {
        return new Chip(
                page.t(one.record().title()) + " – " + page.words().planned(one.when()),
                to(page, listing, asked.month(YearMonth.from(day))));
    }

    private static String to(Page page, Listing listing, Asked asked) {
        return page.url(listing.path()) + asked.address();
    }
}
