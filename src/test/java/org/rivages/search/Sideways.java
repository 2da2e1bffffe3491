package org.rivages.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.apache.lucene.document.Document;
import org.apache.lucene.facet.DrillDownQuery;
import org.apache.lucene.facet.DrillSideways;
import org.apache.lucene.facet.FacetResult;
import org.apache.lucene.facet.Facets;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.facet.LabelAndValue;
import org.apache.lucene.facet.MultiFacets;
import org.apache.lucene.facet.sortedset.DefaultSortedSetDocValuesReaderState;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetCounts;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetField;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesReaderState;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;

/** Lucene's own way to count: DrillSideways over sorted sets, one field per criterion. */
final class Sideways implements SearchEngine {
    private static final int MOST_VALUES = 100_000;

    private final Analysis analysis = SearchExamples.ANALYSIS;
    private final LuceneText texts = new LuceneText(analysis);
    private final LuceneDocuments documents = new LuceneDocuments(new Descriptions(analysis));
    private final FacetsConfig config = new FacetsConfig();
    private final Directory directory;
    private DirectoryReader reader;
    private IndexSearcher searcher;
    private Map<String, SortedSetDocValuesReaderState> states = new ConcurrentHashMap<>();

    Sideways(Path folder) throws IOException {
        directory = FSDirectory.open(folder);
        for (String criterion : COUNTED) {
            config.setMultiValued(criterion, true);
            config.setIndexFieldName(criterion, "facet." + criterion);
        }
        new IndexWriter(directory, settings()).close();
        open();
    }

    private IndexWriterConfig settings() {
        return new IndexWriterConfig(analysis.analyzer())
                .setSimilarity(new Relevance())
                .setRAMBufferSizeMB(64);
    }

    private void open() throws IOException {
        reader = DirectoryReader.open(directory);
        searcher = new IndexSearcher(reader);
        searcher.setSimilarity(new Relevance());
        states = new ConcurrentHashMap<>();
        for (String criterion : COUNTED) {
            try {
                states.put(
                        criterion,
                        new DefaultSortedSetDocValuesReaderState(
                                reader, "facet." + criterion, config));
            } catch (IllegalArgumentException e) {
                // no record has a value of this criterion
                states.remove(criterion);
            }
        }
    }

    @Override
    public void index(Consumer<Consumer<SearchDocument>> everything) throws IOException {
        try (IndexWriter writer = new IndexWriter(directory, settings())) {
            everything.accept(record -> {
                Document document = documents.document(record);
                Map<String, Set<String>> criteria = Descriptions.criteria(record);
                for (String criterion : COUNTED) {
                    criteria.getOrDefault(criterion, Set.of())
                            .forEach(value ->
                                    document.add(
                                            new SortedSetDocValuesFacetField(criterion, value)));
                }
                try {
                    writer.addDocument(config.build(document));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            writer.commit();
        }
        reader.close();
        open();
    }

    @Override
    public SearchResult search(SearchQuery query) throws IOException {
        if (query.text().isBlank()) {
            return search(query, new MatchAllDocsQuery());
        }
        Query text = texts.meaning(query.text(), query.language(), false).ranked();
        if (searcher.count(text) == 0) {
            text = texts.meaning(query.text(), query.language(), true).ranked();
        }
        return search(query, text);
    }

    private SearchResult search(SearchQuery query, Query text) throws IOException {
        DrillDownQuery wanted = new DrillDownQuery(config, text);
        query.criteria()
                .forEach((criterion, values) ->
                        values.forEach(value -> wanted.add(criterion, value)));
        DrillSideways.DrillSidewaysResult found =
                counting().search(wanted, null, null, 20, order(query), false);
        Map<String, Map<String, Integer>> counts = new LinkedHashMap<>();
        for (String criterion : COUNTED) {
            counts.put(criterion, counts(found.facets, criterion));
        }
        List<SearchDocument> hits = new ArrayList<>();
        for (ScoreDoc hit : found.hits.scoreDocs) {
            hits.add(LuceneDocuments.stored(searcher, hit.doc));
        }
        return new SearchResult(
                found.hits.totalHits.value(), hits, counts, new HashMap<>(), false, "");
    }

    private Map<String, Integer> counts(Facets facets, String criterion) throws IOException {
        Map<String, Integer> counts = new TreeMap<>();
        if (!states.containsKey(criterion)) {
            return counts;
        }
        FacetResult result = facets.getTopChildren(MOST_VALUES, criterion);
        if (result != null) {
            for (LabelAndValue each : result.labelValues) {
                counts.put(each.label, each.value.intValue());
            }
        }
        return counts;
    }

    private DrillSideways counting() {
        return new DrillSideways(searcher, config, states.values().iterator().next()) {
            @Override
            protected Facets buildFacetsResult(
                    FacetsCollector down, FacetsCollector[] sides, String[] chosen)
                    throws IOException {
                Map<String, Facets> all = new HashMap<>();
                for (Map.Entry<String, SortedSetDocValuesReaderState> each : states.entrySet()) {
                    FacetsCollector over = down;
                    for (int i = 0; chosen != null && i < chosen.length; i++) {
                        over = chosen[i].equals(each.getKey()) ? sides[i] : over;
                    }
                    all.put(
                            each.getKey(),
                            new SortedSetDocValuesFacetCounts(each.getValue(), over));
                }
                return new MultiFacets(all);
            }
        };
    }

    private static Sort order(SearchQuery query) {
        SortField name =
                new SortField(LuceneDocuments.name(query.language()), SortField.Type.STRING);
        SortField path = new SortField(LuceneDocuments.PATH, SortField.Type.STRING);
        return switch (query.sort()) {
            case RELEVANCE ->
                    query.text().isBlank()
                            ? new Sort(name, path)
                            : new Sort(SortField.FIELD_SCORE, name, path);
            case NAME, DISTANCE -> new Sort(name, path);
            case DATE, CHANGED -> {
                SortField number =
                        new SortField(LuceneRanking.field(query.sort()), SortField.Type.LONG, true);
                number.setMissingValue(Long.MIN_VALUE);
                yield new Sort(number, name, path);
            }
        };
    }

    @Override
    public void close() throws IOException {
        reader.close();
        directory.close();
    }
}
