package org.rivages.site;

import com.ibm.icu.text.DateFormat;
import com.ibm.icu.text.DateIntervalFormat;
import com.ibm.icu.text.ListFormatter;
import com.ibm.icu.text.NumberFormat;
import com.ibm.icu.util.GregorianCalendar;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.text.FieldPosition;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Date;
import java.util.Locale;
import org.rivages.shared.FuzzyDate;
import org.rivages.shared.Language;
import org.rivages.shared.LocalizedText;

/**
 * One language's way of saying things: messages, numbers, dates, countries. What pages, letters,
 * feeds and calendars speak through.
 */
public final class Words {
    private final Messages messages;
    private final Language language;
    private final ULocale locale;

    Words(Messages messages, Language language) {
        this.messages = messages;
        this.language = language;
        this.locale = ULocale.forLocale(language.locale());
    }

    public Language language() {
        return language;
    }

    public boolean has(String key) {
        return messages.has(language, key);
    }

    /** The words of this key. */
    public String get(String key) {
        return messages.get(language, key);
    }

    /**
     * @param args name, value, name, value …
     */
    public String get(String key, Object... args) {
        return messages.get(language, key, args);
    }

    /** What is wrong with a field. */
    public String get(Form.Problem problem) {
        return messages.format(language, problem.key(), problem.args());
    }

    public String get(LocalizedText text) {
        return text.in(language);
    }

    public String number(long number) {
        return NumberFormat.getIntegerInstance(locale).format(number);
    }

    /** A number with up to so many decimals: 84.5, 84,5. */
    public String decimal(double number, int most) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(most);
        return format.format(number);
    }

    public String percent(double share) {
        return NumberFormat.getPercentInstance(locale).format(share);
    }

    /** Country name from an ISO 3166 code. */
    public String country(String alpha2) {
        return new Locale.Builder()
                        .setRegion(alpha2)
                        .build()
                        .getDisplayCountry(language.locale())
                        .isEmpty()
                ? alpha2
                : ULocale.getDisplayCountry("und_" + alpha2, locale);
    }

    /** Language name from a BCP 47 tag. */
    public String languageName(String tag) {
        return ULocale.getDisplayName(tag, locale);
    }

    /** "a, b and c". */
    public String list(Collection<String> items) {
        return ListFormatter.getInstance(locale).format(items);
    }

    /** "14 March 2027". */
    public String day(LocalDate day) {
        return skeleton("yMMMMd", day);
    }

    /** "14 March 2027 at 23:59" on the clocks of that zone, without naming it. */
    public String moment(Instant at, ZoneId zone) {
        DateFormat format = DateFormat.getInstanceForSkeleton("yMMMMdHHmm", locale);
        format.setTimeZone(TimeZone.getTimeZone(zone.getId()));
        return format.format(Date.from(at));
    }

    /** "Tunis time", "heure de Tunis". */
    public String zone(ZoneId zone) {
        DateFormat format = DateFormat.getInstanceForSkeleton("VVVV", locale);
        format.setTimeZone(TimeZone.getTimeZone(zone.getId()));
        return format.format(new Date());
    }

    /**
     * As people write it: "March 2020", "October – November 2020", "24 – 28 September 2018",
     * "2012".
     */
    public String date(FuzzyDate date) {
        String skeleton =
                switch (date.grain()) {
                    case DAY -> "yMMMMd";
                    case MONTH -> "yMMMM";
                    case YEAR -> "y";
                };
        if (!date.isRange()) {
            return skeleton(skeleton, date.start());
        }
        DateIntervalFormat format = DateIntervalFormat.getInstance(skeleton, locale);
        StringBuffer text = new StringBuffer();
        format.format(calendar(date.start()), calendar(date.end()), text, new FieldPosition(0));
        return firstOfMonth(text.toString());
    }

    /** A date whose exact days are still to come says so: "March 2020 (date to be set)". */
    public String planned(FuzzyDate date) {
        return date.grain() == FuzzyDate.Grain.DAY
                ? date(date)
                : get("site.date.planned", "date", date(date));
    }

    /** A part of a day in words by an ICU skeleton: "MMM", "EEEd". */
    public String skeleton(String skeleton, LocalDate day) {
        DateFormat format = DateFormat.getInstanceForSkeleton(skeleton, locale);
        format.setCalendar(calendar(day));
        String text = format.format(calendar(day));
        return skeleton.contains("d") ? firstOfMonth(text) : text;
    }

    /** French writes "1er mars", which ICU does not know. */
    private String firstOfMonth(String text) {
        return language == Language.FR
                ? text.replaceAll("(?<!\\d)1(?=[–\\s]\\D|–\\d)", "1er")
                : text;
    }

    /** Noon of that day in our calendar, also before 1582. */
    private static GregorianCalendar calendar(LocalDate day) {
        GregorianCalendar calendar = new GregorianCalendar(TimeZone.GMT_ZONE, ULocale.ROOT);
        calendar.setGregorianChange(new Date(Long.MIN_VALUE));
        calendar.clear();
        calendar.set(day.getYear(), day.getMonthValue() - 1, day.getDayOfMonth(), 12, 0, 0);
        return calendar;
    }
}
