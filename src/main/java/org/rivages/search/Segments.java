package org.rivages.search;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.rivages.search.SearchQuery.Sort;
import org.rivages.shared.Language;

/** What is kept in memory of the index, by segment. */
final class Segments {
    private final Map<IndexReader.CacheKey, Segment> segments = new ConcurrentHashMap<>();
    private final Map<String, Dictionary> dictionaries = new ConcurrentHashMap<>();

    Segment of(LeafReader reader) {
        IndexReader.CacheHelper helper = Objects.requireNonNull(reader.getCoreCacheHelper());
        return segments.computeIfAbsent(
                helper.getKey(),
                key -> {
                    helper.addClosedListener(segments::remove);
                    return new Segment(this::dictionary);
                });
    }

    Dictionary dictionary(String field) {
        return dictionaries.computeIfAbsent(field, f -> new Dictionary());
    }

    /** Makes what most questions need, before a new segment is first asked. */
    void prepare(LeafReader reader) {
        Segment segment = of(reader);
        segment.column(reader, LuceneDocuments.SEEN);
        SearchQuery.CRITERIA.forEach(
                criterion -> segment.column(reader, LuceneDocuments.criterion(criterion)));
        for (Language language : Language.values()) {
            segment.order(reader, Sort.NAME, language);
        }
    }
}
