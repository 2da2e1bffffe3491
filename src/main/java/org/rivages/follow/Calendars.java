package org.rivages.follow;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.ComponentList;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.PropertyList;
import net.fortuna.ical4j.model.component.CalendarComponent;
import net.fortuna.ical4j.model.component.Standard;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.parameter.Language;
import net.fortuna.ical4j.model.parameter.Value;
import net.fortuna.ical4j.model.property.CalScale;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.LastModified;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Name;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.RefreshInterval;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Status;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Transp;
import net.fortuna.ical4j.model.property.TzId;
import net.fortuna.ical4j.model.property.TzOffsetFrom;
import net.fortuna.ical4j.model.property.TzOffsetTo;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.Version;
import net.fortuna.ical4j.model.property.XProperty;
import org.jspecify.annotations.Nullable;
import org.rivages.search.SearchDocument;
import org.rivages.shared.FuzzyDate;
import org.rivages.site.Links;
import org.rivages.site.Words;
import org.springframework.stereotype.Component;

/**
 * Records as an iCalendar file (RFC 5545). A date known by its month or year takes the whole of it,
 * as a transparent entry of whole days that says that its date is still to be set; a record without
 * a date, or that is no event, is left out. The same records give the same bytes.
 */
@Component
public class Calendars {
    /** How often a calendar program should look again. */
    private static final Duration REFRESH = Duration.ofHours(6);

    private static final String CANCELLED = "CANCELLED";
    private static final int LINE = 75;
    private static final byte[] NEXT_LINE = "\r\n ".getBytes(StandardCharsets.UTF_8);

    private final Links links;

    Calendars(Links links) {
        this.links = links;
    }

    /**
     * @param name how the calendar is called in the reader's program
     * @param path the page that it belongs to, without the language
     */
    public byte[] write(Words words, String name, String path, Collection<SearchDocument> records) {
        String called = FeedText.clean(name);
        List<CalendarComponent> entries = new ArrayList<>();
        records.forEach(record -> entry(words, record).ifPresent(entries::add));
        if (entries.isEmpty()) {
            entries.add(nothing());
        }
        Calendar calendar = new Calendar(head(words, called, path), new ComponentList<>(entries));
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            new CalendarOutputter(false).output(calendar, bytes);
            return fold(bytes.toString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A calendar must hold something (RFC 5545, 3.6), and programs refuse to subscribe to one that
     * does not: the clock by which our moments are told, which shows nothing.
     */
    private static VTimeZone nothing() {
        Standard clock = new Standard();
        clock.add(new DtStart<>(LocalDateTime.of(1970, 1, 1, 0, 0)));
        clock.add(new TzOffsetFrom(ZoneOffset.UTC));
        clock.add(new TzOffsetTo(ZoneOffset.UTC));
        return new VTimeZone(
                new PropertyList(List.of(new TzId("Etc/UTC"))),
                new ComponentList<>(List.of(clock)));
    }

    /** Lines of at most 75 bytes: ical4j counts letters, of which Arabic has two bytes each. */
    private static byte[] fold(String text) {
        ByteArrayOutputStream folded = new ByteArrayOutputStream();
        int length = 0;
        for (int letter : text.replace("\r\n ", "").codePoints().toArray()) {
            byte[] bytes = Character.toString(letter).getBytes(StandardCharsets.UTF_8);
            if (letter == '\r' || letter == '\n') {
                length = 0;
            } else if (length + bytes.length > LINE) {
                folded.writeBytes(NEXT_LINE);
                length = 1 + bytes.length;
            } else {
                length += bytes.length;
            }
            folded.writeBytes(bytes);
        }
        return folded.toByteArray();
    }

    private PropertyList head(Words words, String name, String path) {
        return new PropertyList(
                List.of(
                        new ProdId(
                                "-//Rivages//Rivages//"
                                        + words.language().code().toUpperCase(Locale.ROOT)),
                        new Version(new ParameterList(), Version.VALUE_2_0),
                        new CalScale(CalScale.VALUE_GREGORIAN),
                        new Name(name),
                        new XProperty("X-WR-CALNAME", name),
                        new Url(URI.create(links.absolute(words.language(), path))),
                        new RefreshInterval(new ParameterList(List.of(Value.DURATION)), REFRESH),
                        new XProperty("X-PUBLISHED-TTL", REFRESH.toString())));
    }

    private Optional<VEvent> entry(Words words, SearchDocument record) {
        SearchDocument.Event event = record.event();
        if (event == null || (record.when() == null && event.at() == null)) {
            return Optional.empty();
        }
        Instant changed = event.lastModified().truncatedTo(ChronoUnit.SECONDS);
        ParameterList spoken = new ParameterList(List.of(new Language(words.language().code())));
        String link = links.absolute(words.language(), record.path());
        List<Property> properties = new ArrayList<>();
        properties.add(new Uid(event.uid()));
        properties.add(new DtStamp(changed));
        properties.add(new LastModified(changed));
        properties.add(new Sequence(event.sequence()));
        properties.add(new Status(event.status()));
        boolean busy = busy(record, event);
        when(record.when(), event.at(), properties);
        properties.add(new Transp(busy ? Transp.VALUE_OPAQUE : Transp.VALUE_TRANSPARENT));
        if (event.at() == null) {
            properties.add(new XProperty("X-MICROSOFT-CDO-ALLDAYEVENT", "TRUE"));
        }
        properties.add(new XProperty("X-MICROSOFT-CDO-BUSYSTATUS", outlook(busy, event)));
        properties.add(new Summary(spoken, FeedText.clean(summary(words, record))));
        properties.add(new Description(spoken, FeedText.clean(description(words, record, link))));
        if (!event.location().isEmpty()) {
            properties.add(new Location(spoken, FeedText.clean(words.get(event.location()))));
        }
        properties.add(new Url(URI.create(link)));
        return Optional.of(new VEvent(new PropertyList(properties)));
    }

    private static void when(
            @Nullable FuzzyDate date, @Nullable Instant at, List<Property> properties) {
        if (at != null) {
            properties.add(new DtStart<>(at.truncatedTo(ChronoUnit.SECONDS)));
            return;
        }
        FuzzyDate days = Objects.requireNonNull(date);
        ParameterList wholeDays = new ParameterList(List.of(Value.DATE));
        LocalDate after = days.end().plusDays(1);
        properties.add(new DtStart<>(wholeDays, days.start()));
        properties.add(new DtEnd<>(wholeDays, after));
    }

    /** Only what surely fills the day takes a reader's time: no month, no deadline, nothing off. */
    private static boolean busy(SearchDocument record, SearchDocument.Event event) {
        return event.at() == null
                && record.when() != null
                && isExact(record.when())
                && !event.status().equals(CANCELLED);
    }

    /** In Outlook's own words, for where it does not go by STATUS and TRANSP (not tried here). */
    private static String outlook(boolean busy, SearchDocument.Event event) {
        return !busy ? "FREE" : event.status().equals("TENTATIVE") ? "TENTATIVE" : "BUSY";
    }

    private static boolean isExact(FuzzyDate date) {
        return date.grain() == FuzzyDate.Grain.DAY;
    }

    private static String summary(Words words, SearchDocument record) {
        SearchDocument.Event event = Objects.requireNonNull(record.event());
        String title = words.get(record.title());
        if (event.status().equals(CANCELLED)) {
            // some programs show what STATUS says, others hide it, others ignore it
            return words.get("follow.calendar.cancelled", "title", title);
        }
        FuzzyDate date = record.when();
        boolean open = event.at() == null && date != null && !isExact(date);
        return open ? title + " (" + words.get("site.date.unset") + ")" : title;
    }

    private static String description(Words words, SearchDocument record, String link) {
        List<String> parts = new ArrayList<>();
        if (!record.change().isEmpty()) {
            parts.add(words.get(record.change()));
        }
        if (!record.summary().isEmpty()) {
            parts.add(words.get(record.summary()));
        }
        parts.add(link);
        return String.join("\n", parts);
    }
}
