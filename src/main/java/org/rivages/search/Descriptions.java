package org.rivages.search;

import com.ibm.icu.text.Collator;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.rivages.shared.FuzzyDate;
import org.rivages.shared.Language;

/** What any index needs to know of a record, whatever stands behind it. */
final class Descriptions {
    /** Longer terms than an index takes would stop the whole of it. */
    private static final int LONGEST_VALUE = 200;

    private static final int LONGEST_NAME = 150;

    /** A date that touches more years than this is no date to find by its years. */
    private static final int MOST_YEARS = 300;

    /** Codes are two letters, so there are only so many. */
    private static final Map<String, String> COUNTRIES = new ConcurrentHashMap<>();

    private final Analysis analysis;
    private final Map<Language, Collator> collators = new EnumMap<>(Language.class);

    Descriptions(Analysis analysis) {
        this.analysis = analysis;
        for (Language language : Language.values()) {
            Collator collator = Collator.getInstance(ULocale.forLocale(language.locale()));
            collators.put(language, collator.freeze());
        }
    }

    /**
     * A record taken apart.
     *
     * @param texts field of {@link Analysis} → what is to be found in it
     * @param wholes its names, each as one word
     * @param sounds its names by what one hears of them
     * @param seen the marks of which a reader needs one
     * @param criteria values per criterion, with those that follow from others
     * @param pairs one network/class per membership
     * @param order its name per language, as bytes to be sorted by
     * @param date its main date as a number of days; null for none
     */
    record Description(
            Map<String, List<String>> texts,
            Set<String> wholes,
            Set<String> sounds,
            Set<String> seen,
            Map<String, Set<String>> criteria,
            Set<String> pairs,
            Map<Language, byte[]> order,
            String path,
            @Nullable Long date,
            long changedAt) {}

    static String key(String kind, java.util.UUID id) {
        return kind + "/" + id;
    }

    Description of(SearchDocument record) {
        Set<String> names = names(record);
        FuzzyDate when = record.when();
        return new Description(
                texts(record, names),
                all(names, (name, into) -> add(into, cut(analysis.whole(name)))),
                all(names, this::addSounds),
                Reader.marksOf(record),
                criteria(record),
                all(record.pairs(), Descriptions::addPair),
                order(record),
                record.path() + " " + record.id(),
                when == null ? null : when.start().toEpochDay(),
                record.changedAt().toEpochMilli());
    }

    private interface Part {
        void add(String whole, Set<String> into);
    }

    private static Set<String> all(Set<String> wholes, Part part) {
        Set<String> all = new TreeSet<>();
        wholes.forEach(whole -> part.add(whole, all));
        return all;
    }

    private static void add(Set<String> into, String value) {
        if (!value.isEmpty()) {
            into.add(value);
        }
    }

    private static void addPair(String pair, Set<String> into) {
        int slash = pair.indexOf('/');
        into.add(cut(pair.substring(0, slash)) + "/" + cut(pair.substring(slash + 1)));
    }

    private void addSounds(String name, Set<String> into) {
        for (String word : analysis.words(Analysis.PLAIN, name)) {
            add(into, Skeleton.of(word, LuceneText.SHORT_SOUND));
        }
    }

    private static Set<String> names(SearchDocument record) {
        Set<String> names = new LinkedHashSet<>(record.names());
        for (Language language : Language.values()) {
            add(names, record.title().exactly(language));
        }
        return names;
    }

    /** A word of a title counts as a word of the text, too: then one field has all there are. */
    private Map<String, List<String>> texts(SearchDocument record, Set<String> names) {
        Map<String, List<String>> texts = new LinkedHashMap<>();
        Set<String> all = new LinkedHashSet<>(record.names());
        for (Language language : Language.values()) {
            String title = record.title().exactly(language);
            List<String> parts = new ArrayList<>();
            for (String part :
                    List.of(
                            title,
                            record.summary().exactly(language),
                            record.text().exactly(language),
                            countries(record, language),
                            themes(record, language))) {
                if (!part.isEmpty()) {
                    parts.add(part);
                    all.add(part);
                }
            }
            texts.put(Analysis.title(language), title.isEmpty() ? List.of() : List.of(title));
            texts.put(Analysis.text(language), parts);
        }
        texts.put(Analysis.NAMES, List.copyOf(names));
        texts.put(Analysis.PLAIN, List.copyOf(all));
        return texts;
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
                        values.forEach(
                                value -> words.append(analysis.theme(criterion, value, language))));
        return words.toString();
    }

    /** Its values per criterion, with those that follow from its kind, memberships and dates. */
    static Map<String, Set<String>> criteria(SearchDocument record) {
        Map<String, Set<String>> criteria = new HashMap<>();
        record.criteria()
                .forEach((criterion, values) ->
                        values.forEach(value -> values(criteria, criterion).accept(value)));
        values(criteria, SearchQuery.KIND).accept(record.kind());
        for (String pair : record.pairs()) {
            int slash = pair.indexOf('/');
            values(criteria, SearchQuery.NETWORK).accept(pair.substring(0, slash));
            values(criteria, SearchQuery.CLASS).accept(pair.substring(slash + 1));
        }
        for (String country : criteria.getOrDefault("country", Set.of())) {
            Regions.of(country).ifPresent(values(criteria, SearchQuery.REGION));
        }
        for (FuzzyDate date : record.dates()) {
            int first = date.start().getYear();
            for (int year = first;
                    year <= Math.min(date.end().getYear(), first + MOST_YEARS);
                    year++) {
                values(criteria, SearchQuery.YEAR).accept(String.format("%04d", year));
            }
        }
        return criteria;
    }

    private static Consumer<String> values(Map<String, Set<String>> criteria, String criterion) {
        return value -> criteria.computeIfAbsent(criterion, c -> new TreeSet<>()).add(cut(value));
    }

    private Map<Language, byte[]> order(SearchDocument record) {
        Map<Language, byte[]> order = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            order.put(
                    language,
                    Objects.requireNonNull(collators.get(language))
                            .getCollationKey(cut(record.title().in(language), LONGEST_NAME))
                            .toByteArray());
        }
        return order;
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
