package org.rivages.search;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rivages.access.Role;
import org.rivages.shared.FuzzyDate;
import org.rivages.shared.LocalizedText;

/**
 * What the search knows of one record.
 *
 * @param kind the kind of its {@link SearchSource}
 * @param id the record
 * @param path its address without the language: {@code /organisations/avitem}
 * @param title its name per language
 * @param summary one or two sentences per language, shown under the title
 * @param text everything else to be found by, per language
 * @param names acronyms, native and former names: matched unstemmed, in any case, in any language
 * @param criteria values per criterion, codes not words: {@code country → {MA, TN}}, {@code theme},
 *     {@code type}, {@code network}, {@code class}, {@code language}, {@code status}, {@code role}
 *     … Values that belong together (this class in this network) are given in {@code pairs} too.
 *     The criterion {@code year} is derived from {@code dates}.
 * @param pairs for {@code network} and {@code class}: one {@code network/class} entry per
 *     membership
 * @param dates every date that the record touches
 * @param when its main date, for sorting and calendars; null when it has none
 * @param place where it is shown on a map; null when nowhere
 * @param columns what the spreadsheet shows beside kind, address and title, in order: name → value
 * @param seenBy the roles that may find it; empty means everybody
 * @param programme with {@code seenBy}: the programme for which the role must be held; null when
 *     any holder of the role may find it
 * @param changedAt when it last changed
 * @param change what changed last, in words, for feeds; empty when nothing is to be told
 * @param event how it stands in a calendar; null when it is no event
 */
public record SearchDocument(
        String kind,
        UUID id,
        String path,
        LocalizedText title,
        LocalizedText summary,
        LocalizedText text,
        List<String> names,
        Map<String, Set<String>> criteria,
        Set<String> pairs,
        List<FuzzyDate> dates,
        @Nullable FuzzyDate when,
        @Nullable Place place,
        LinkedHashMap<String, String> columns,
        Set<Role> seenBy,
        @Nullable UUID programme,
        Instant changedAt,
        LocalizedText change,
        @Nullable Event event) {

    /** A record whose roles are held for no programme in particular, or that everybody may find. */
    public SearchDocument(
            String kind,
            UUID id,
            String path,
            LocalizedText title,
            LocalizedText summary,
            LocalizedText text,
            List<String> names,
            Map<String, Set<String>> criteria,
            Set<String> pairs,
            List<FuzzyDate> dates,
            @Nullable FuzzyDate when,
            @Nullable Place place,
            LinkedHashMap<String, String> columns,
            Set<Role> seenBy,
            Instant changedAt,
            LocalizedText change,
            @Nullable Event event) {
        this(
                kind, id, path, title, summary, text, names, criteria, pairs, dates, when, place,
                columns, seenBy, null, changedAt, change, event);
    }

    /** Degrees, WGS 84. */
    public record Place(double latitude, double longitude) {}

    /**
     * The part of a record that a calendar shows.
     *
     * @param uid stable for ever, without a host
     * @param status CONFIRMED, TENTATIVE or CANCELLED, as iCalendar spells them
     * @param sequence counts the changes of date, place or status
     * @param location per language; empty when not known
     * @param at an exact moment, for a deadline: a timed entry then; null for the all-day entry of
     *     {@code when}
     */
    public record Event(
            String uid,
            String status,
            int sequence,
            LocalizedText location,
            Instant lastModified,
            @Nullable Instant at) {

        /** An entry of whole days. */
        public Event(
                String uid,
                String status,
                int sequence,
                LocalizedText location,
                Instant lastModified) {
            this(uid, status, sequence, location, lastModified, null);
        }
    }
}
