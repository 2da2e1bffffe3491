package org.rivages.search;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.LatLonDocValuesField;
import org.apache.lucene.document.LatLonPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.BytesRef;
import org.rivages.search.Descriptions.Description;
import org.rivages.shared.Json;
import org.rivages.shared.Language;

/** How a record lies in the Lucene index, and how it comes out again. */
final class LuceneDocuments {
    /** Another number means that an older index cannot be read and is built anew. */
    static final String SCHEMA = "6";

    static final String KEY = "key";
    static final String SEEN = "seen";
    static final String STORED = "stored";
    static final String PAIR = "pair";
    static final String PLACE = "place";
    static final String PATH = "sort.path";
    static final String DATE = "sort.date";
    static final String CHANGED = "sort.changed";

    /** Which words stand in a record how often, without their places. */
    private static final FieldType WORDS = words();

    private final Descriptions descriptions;

    LuceneDocuments(Descriptions descriptions) {
        this.descriptions = descriptions;
    }

    private static FieldType words() {
        FieldType words = new FieldType(TextField.TYPE_NOT_STORED);
        words.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
        words.freeze();
        return words;
    }

    static String criterion(String name) {
        return "criterion." + name;
    }

    static String name(Language language) {
        return "sort.name." + language.code();
    }

    static SearchDocument stored(IndexSearcher searcher, int record) throws IOException {
        BytesRef stored =
                searcher.storedFields().document(record, Set.of(STORED)).getBinaryValue(STORED);
        return Json.mapper()
                .readValue(stored.bytes, stored.offset, stored.length, SearchDocument.class);
    }

    Document document(SearchDocument record) {
        Description description = descriptions.of(record);
        Document document = new Document();
        String key = Descriptions.key(record.kind(), record.id());
        document.add(new StringField(KEY, key, Field.Store.NO));
        document.add(new StoredField(STORED, Json.mapper().writeValueAsBytes(record)));
        description
                .texts()
                .forEach((field, texts) -> {
                    FieldType type =
                            field.equals(Analysis.PLAIN) ? TextField.TYPE_NOT_STORED : WORDS;
                    texts.forEach(text -> document.add(new Field(field, text, type)));
                });
        terms(document, LuceneText.WHOLE, description.wholes());
        terms(document, Analysis.SOUND, description.sounds());
        values(document, SEEN, description.seen());
        description
                .criteria()
                .forEach((criterion, values) -> values(document, criterion(criterion), values));
        values(document, PAIR, description.pairs());
        addOrder(document, description);
        SearchDocument.Place place = record.place();
        if (place != null) {
            document.add(new LatLonPoint(PLACE, place.latitude(), place.longitude()));
            document.add(new LatLonDocValuesField(PLACE, place.latitude(), place.longitude()));
        }
        return document;
    }

    private static void terms(Document document, String field, Set<String> terms) {
        terms.forEach(term -> document.add(new StringField(field, term, Field.Store.NO)));
    }

    private static void values(Document document, String field, Set<String> values) {
        values.forEach(
                value -> document.add(new SortedSetDocValuesField(field, new BytesRef(value))));
    }

    private static void addOrder(Document document, Description description) {
        for (Map.Entry<Language, byte[]> each : description.order().entrySet()) {
            document.add(
                    new SortedDocValuesField(name(each.getKey()), new BytesRef(each.getValue())));
        }
        Long date = description.date();
        if (date != null) {
            document.add(new NumericDocValuesField(DATE, date));
        }
        document.add(new NumericDocValuesField(CHANGED, description.changedAt()));
        document.add(new SortedDocValuesField(PATH, new BytesRef(description.path())));
    }
}
