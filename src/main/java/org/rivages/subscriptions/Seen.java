package org.rivages.subscriptions;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.rivages.search.SearchDocument;
import org.rivages.shared.FuzzyDate;
import org.rivages.subscriptions.News.Part;

/**
 * How the records of a search stood when its reader was told last: hashes only, 48 bytes for each,
 * no text and no name. Two records or states share a hash with a chance below one in 10^9.
 */
final class Seen {
    /**
     * What the reader can tell apart without words that a new version of the program may change.
     */
    private static final Set<Part> CODES = EnumSet.of(Part.DATE, Part.STATUS, Part.CRITERIA);

    private static final Set<String> TOLD_ELSEWHERE = Set.of("country", "date", "status");
    private static final int SIZE = 2 * Long.BYTES + Part.values().length * Integer.BYTES;

    private final Map<Long, Mark> marks;

    /**
     * @param changedAt in milliseconds, as the room says
     * @param parts one hash for each {@link Part}
     */
    private record Mark(long changedAt, int[] parts) {}

    private Seen(Map<Long, Mark> marks) {
        this.marks = marks;
    }

    static Seen of(Collection<SearchDocument> records) {
        Map<Long, Mark> marks = new TreeMap<>();
        records.forEach(record -> marks.put(key(record), mark(record)));
        return new Seen(marks);
    }

    static Seen read(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        Map<Long, Mark> marks = new TreeMap<>();
        while (buffer.remaining() >= SIZE) {
            long key = buffer.getLong();
            long changedAt = buffer.getLong();
            int[] parts = new int[Part.values().length];
            for (int i = 0; i < parts.length; i++) {
                parts[i] = buffer.getInt();
            }
            marks.put(key, new Mark(changedAt, parts));
        }
        return new Seen(marks);
    }

    byte[] bytes() {
        ByteBuffer buffer = ByteBuffer.allocate(marks.size() * SIZE);
        marks.forEach((key, mark) -> {
            buffer.putLong(key).putLong(mark.changedAt());
            Arrays.stream(mark.parts()).forEach(buffer::putInt);
        });
        return buffer.array();
    }

    int size() {
        return marks.size();
    }

    boolean has(SearchDocument record) {
        return marks.containsKey(key(record));
    }

    /** The same, and this record as it stands now. */
    Seen with(SearchDocument record) {
        Map<Long, Mark> more = new TreeMap<>(marks);
        more.put(key(record), mark(record));
        return new Seen(more);
    }

    /** What is to be told of these records, in their order, to somebody who knows what is here. */
    List<News> news(Collection<SearchDocument> records) {
        List<News> news = new ArrayList<>();
        for (SearchDocument record : records) {
            if (!has(record)) {
                news.add(new News.Fresh(record));
                continue;
            }
            Set<Part> parts = changed(record);
            if (!parts.isEmpty()) {
                news.add(new News.Changed(record, parts));
            }
        }
        return news;
    }

    /** What of a known record stands otherwise now. */
    Set<Part> changed(SearchDocument record) {
        Mark before = Objects.requireNonNull(marks.get(key(record)));
        Mark after = mark(record);
        boolean edited = before.changedAt() != after.changedAt();
        Set<Part> parts = EnumSet.noneOf(Part.class);
        for (Part part : Part.values()) {
            if (before.parts()[part.ordinal()] != after.parts()[part.ordinal()]
                    && (edited || CODES.contains(part))) {
                parts.add(part);
            }
        }
        if (edited && parts.isEmpty()) {
            parts.add(Part.DETAILS);
        }
        return parts;
    }

    // ---- hashes

    private static long key(SearchDocument record) {
        return ByteBuffer.wrap(hash(record.kind() + "/" + record.id())).getLong();
    }

    private static Mark mark(SearchDocument record) {
        Map<Part, Object> texts = new EnumMap<>(Part.class);
        Map<String, Set<String>> criteria = new TreeMap<>();
        record.criteria().forEach((name, values) -> criteria.put(name, new TreeSet<>(values)));
        SearchDocument.Event event = record.event();
        texts.put(Part.TITLE, record.title());
        texts.put(
                Part.DATE,
                List.of(
                        record.when() == null ? "" : record.when().edtf(),
                        record.dates().stream().map(FuzzyDate::edtf).toList(),
                        event == null || event.at() == null ? "" : event.at()));
        texts.put(
                Part.PLACE,
                List.of(
                        event == null ? "" : event.location(),
                        record.place() == null ? "" : record.place(),
                        criteria.getOrDefault("country", Set.of())));
        texts.put(Part.STATUS, criteria.getOrDefault("status", Set.of()));
        // the summary of an event is its date, place and status in words
        texts.put(Part.TEXT, List.of(event == null ? record.summary() : "", record.text()));
        criteria.remove("status");
        texts.put(Part.CRITERIA, List.of(criteria, new TreeSet<>(record.pairs())));
        Map<String, String> columns = new LinkedHashMap<>(record.columns());
        columns.keySet().removeAll(TOLD_ELSEWHERE);
        texts.put(Part.DETAILS, List.of(columns, record.names(), record.path()));
        texts.put(Part.SAID, record.change());
        int[] parts = new int[Part.values().length];
        texts.forEach((part, text) ->
                parts[part.ordinal()] = ByteBuffer.wrap(hash(text.toString())).getInt());
        return new Mark(record.changedAt().toEpochMilli(), parts);
    }

    private static byte[] hash(String text) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
