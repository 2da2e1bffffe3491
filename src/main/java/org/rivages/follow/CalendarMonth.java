package org.rivages.follow;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rivages.follow.ResultsView.Chip;
import org.rivages.follow.ResultsView.Row;

/**
 * One month of a list as a calendar.
 *
 * @param earlier the month before, null before the first one
 * @param weekdays their short names, Monday first
 * @param whole what is known by its month or year only
 * @param agenda all of the month, from its beginning
 * @param before where the month is empty: the last thing before it
 * @param after the next thing after it
 * @param undated events without any date
 * @param others results that are no events
 * @param all false when there was too much to look at all of it
 */
public record CalendarMonth(
        String title,
        @Nullable String earlier,
        @Nullable String later,
        List<String> weekdays,
        List<Week> weeks,
        List<Entry> whole,
        List<Row> agenda,
        @Nullable Chip before,
        @Nullable Chip after,
        List<Entry> undated,
        long others,
        boolean all) {

    public record Week(List<Day> days, List<Bar> bars) {}

    /**
     * @param inside it belongs to the month
     */
    public record Day(String number, boolean inside, boolean today) {}

    /**
     * An entry within one week.
     *
     * @param from 1 for Monday
     * @param days how many of the week
     * @param begins it is its first bar of the month
     */
    public record Bar(int from, int days, boolean begins, Entry entry) {}

    /**
     * @param style how certain it is: ok, wait, off, bad
     */
    public record Entry(String address, String title, String when, String status, String style) {}

    public boolean isEmpty() {
        return agenda.isEmpty();
    }
}
