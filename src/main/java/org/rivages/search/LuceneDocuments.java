package org.rivages.search;

import com.ibm.icu.text.Collator;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.BytesRef;
import org.rivages.shared.FuzzyDate;
import org.rivages.shared.Json;
import org.rivages.shared.Language;

/** How a record lies in the Lucene index, and how it comes out again. */
final class LuceneDocuments {
    /** Another number means that an older index cannot be read and is built anew. */
    static final String SCHEMA = "4";

    static final String KEY = "key";
    static final String SEEN = "seen";
    static final String STORED = "stored";
    static final String PAIR = "pair";
    static final String PATH = "sort.path";
    static final String DATE = "sort.date";
    static final String CHANGED = "sort.changed";

    /** Longer terms than Lucene takes would stop the whole index. */
    private static final int LONGEST_VALUE = 200;

    private static final int LONGEST_NAME = 150;

    /** A date that touches more years than this is no date to find by its years. */
    private static final int MOST_YEARS = 300;

    /** Which words stand in a record how often, without their places. */
    private static final FieldType WORDS = words();

    /** Codes are two letters, so there are only so many. */
    private static final Map<String, String> COUNTRIES = new ConcurrentHashMap<>();

    private final Analysis analysis;
    private final Map<Language, Collator> collators = new EnumMap<>(Language.class);

    LuceneDocuments(Analysis analysis) {
        this.analysis = analysis;
        for (Language language : Language.values()) {
            Collator collator = Collator.getInstance(ULocale.forLocale(language.locale()));
            collators.put(language, collator.freeze());
        }
    }

    private static FieldType words() {
        FieldType words = new FieldType(TextField.TYPE_NOT_STORED);
        words.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
        words.freeze();
        return words;
    }

    static String key(String kind, UUID id) {
        return kind + "/" + id;
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
        Document document = new Document();
        document.add(new StringField(KEY, key(record.kind(), record.id()), Field.Store.NO));
        document.add(new StoredField(STORED, Json.mapper().writeValueAsBytes(record)));
        Reader.marksOf(record)
                .forEach(mark ->
                        document.add(new SortedSetDocValuesField(SEEN, new BytesRef(mark))));
        addTexts(document, record);
        criteria(record)
                .forEach((criterion, values) ->
                        values.forEach(value -> set(document, criterion(criterion), value)));
        for (String pair : record.pairs()) {
            int slash = pair.indexOf('/');
            String cut = cut(pair.substring(0, slash)) + "/" + cut(pair.substring(slash + 1));
            document.add(new SortedSetDocValuesField(PAIR, new BytesRef(cut)));
        }
        addOrder(document, record);
        return document;
    }

    /** A word of a title counts as a word of the text, too: then one field has all there are. */
    private void addTexts(Document document, SearchDocument record) {
        Set<String> names = new LinkedHashSet<>(record.names());
        Set<String> all = new LinkedHashSet<>(record.names());
        for (Language language : Language.values()) {
            String title = record.title().exactly(language);
            names.add(title);
            add(document, Analysis.title(language), title, WORDS);
            for (String each :
                    List.of(
                            title,
                            record.summary().exactly(language),
                            record.text().exactly(language),
                            countries(record, language),
                            themes(record, language))) {
                add(document, Analysis.text(language), each, WORDS);
                all.add(each);
            }
        }
        for (String name : names) {
            add(document, Analysis.NAMES, name, WORDS);
            whole(document, name);
            for (String word : analysis.words(Analysis.PLAIN, name)) {
                String sound = Skeleton.of(word, LuceneText.SHORT_SOUND);
                if (!sound.isEmpty()) {
                    document.add(new StringField(Analysis.SOUND, sound, Field.Store.NO));
                }
            }
        }
        all.forEach(text -> add(document, Analysis.PLAIN, text, TextField.TYPE_NOT_STORED));
    }

    private static void add(Document document, String field, String text, FieldType type) {
        if (!text.isEmpty()) {
            document.add(new Field(field, text, type));
        }
    }

    private void whole(Document document, String name) {
        String whole = analysis.whole(name);
        if (!whole.isEmpty()) {
            document.add(new StringField(LuceneText.WHOLE, cut(whole), Field.Store.NO));
        }
    }

    /** The names of its countries, so that a word finds what a code says. */
    private static String countries(SearchDocument record, Language language) {
        StringBuilder names = new StringBuilder();
        for (String code : record.criteria().getOrDefault("country", Set.of())) {
            names.append(
                            COUNTRIES.computeIfAbsent(
                                    language.code() + code,
                                    key ->
                                            ULocale.getDisplayCountry(
                                                    "und_" + code,
                                                    ULocale.forLocale(language.locale()))))
                    .append(". ");
        }
        return names.toString();
    }

    /** What the thesaurus calls the values of its criteria. */
    private String themes(SearchDocument record, Language language) {
        StringBuilder words = new StringBuilder();
        record.criteria()
                .forEach((criterion, values) ->
                        values.forEach(value ->
                                words.append(
                                        analysis.thesaurus().words(criterion, value, language))));
        return words.toString();
    }

    /** Its values per criterion, with those that follow from its kind, memberships and dates. */
    static Map<String, Set<String>> criteria(SearchDocument record) {
        Map<String, Set<String>> criteria = new HashMap<>();
        record.criteria()
                .forEach((criterion, values) -> criteria.put(criterion, new TreeSet<>(values)));
        values(criteria, SearchQuery.KIND).add(record.kind());
        for (String pair : record.pairs()) {
            int slash = pair.indexOf('/');
            values(criteria, SearchQuery.NETWORK).add(pair.substring(0, slash));
            values(criteria, SearchQuery.CLASS).add(pair.substring(slash + 1));
        }
        for (FuzzyDate date : record.dates()) {
            int first = date.start().getYear();
            for (int year = first;
                    year <= Math.min(date.end().getYear(), first + MOST_YEARS);
                    year++) {
                values(criteria, SearchQuery.YEAR).add(String.format("%04d", year));
            }
        }
        return criteria;
    }

    private static Set<String> values(Map<String, Set<String>> criteria, String criterion) {
        return criteria.computeIfAbsent(criterion, c -> new TreeSet<>());
    }

    private void addOrder(Document document, SearchDocument record) {
        for (Language language : Language.values()) {
            byte[] order =
                    Objects.requireNonNull(collators.get(language))
                            .getCollationKey(cut(record.title().in(language), LONGEST_NAME))
                            .toByteArray();
            document.add(new SortedDocValuesField(name(language), new BytesRef(order)));
        }
        FuzzyDate when = record.when();
        if (when != null) {
            document.add(new NumericDocValuesField(DATE, when.start().toEpochDay()));
        }
        document.add(new NumericDocValuesField(CHANGED, record.changedAt().toEpochMilli()));
        document.add(
                new SortedDocValuesField(PATH, new BytesRef(record.path() + " " + record.id())));
    }

    private static void set(Document document, String field, String value) {
        document.add(new SortedSetDocValuesField(field, new BytesRef(cut(value))));
    }

    private static String cut(String text) {
        return cut(text, LONGEST_VALUE);
    }

    private static String cut(String text, int most) {
        return text.codePointCount(0, text.length()) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most));
    }
}
