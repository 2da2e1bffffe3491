package org.rivages.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.rivages.search.SearchQuery;
import org.rivages.search.SearchQuery.Sort;
import org.rivages.shared.Language;

/**
 * Two hundred mixed questions: a quarter without text, the others with one or two words in one of
 * three languages, the beginning of a word, a phrase, or a word with a wrong letter; none to four
 * criteria of one to three values; sorted by relevance, name or date.
 */
final class BenchSearchQueries {
    private final BenchSearchCorpus corpus;
    private final Random random = new Random(42);

    BenchSearchQueries(BenchSearchCorpus corpus) {
        this.corpus = corpus;
    }

    List<SearchQuery> all() {
        List<SearchQuery> all = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            Language language = Language.values()[i % 3];
            String text =
                    switch (i % 20) {
                        case 0, 4, 8, 12, 16 -> "";
                        case 1, 2, 3, 5 -> theme(language) + " ";
                        case 6, 7, 9, 10 -> place() + " ";
                        case 11, 13 -> theme(language) + " " + place() + " ";
                        case 14, 15, 17 -> beginning(place());
                        case 18 -> "\"" + phrase(language) + "\"";
                        default -> mistyped(place()) + " ";
                    };
            all.add(
                    new SearchQuery(
                            text,
                            criteria(i % 5),
                            text.isEmpty()
                                    ? List.of(Sort.NAME, Sort.DATE, Sort.CHANGED).get(i / 4 % 3)
                                    : i % 7 == 0 ? Sort.DATE : Sort.RELEVANCE,
                            language,
                            1,
                            20));
        }
        return all;
    }

    private String phrase(Language language) {
        return BenchSearchCorpus.THEMES
                .get(random.nextInt(BenchSearchCorpus.THEMES.size()))
                .get(1 + language.ordinal());
    }

    private String theme(Language language) {
        String[] words = phrase(language).split(" ");
        return words[random.nextInt(words.length)];
    }

    /** Larger places are asked for more often. */
    private String place() {
        BenchSearchPlaces.Place best = corpus.place(random.nextInt(corpus.real()));
        for (int i = 0; i < 20; i++) {
            BenchSearchPlaces.Place other = corpus.place(random.nextInt(corpus.real()));
            best = other.population() > best.population() ? other : best;
        }
        return best.name().replaceAll("[\"“”«»]", "");
    }

    private String beginning(String word) {
        return word.substring(0, Math.min(word.length(), 2 + random.nextInt(4)));
    }

    private String mistyped(String word) {
        int at = 1 + random.nextInt(Math.max(1, word.length() - 2));
        return word.substring(0, at) + "q" + word.substring(Math.min(word.length(), at + 1));
    }

    private Map<String, Set<String>> criteria(int number) {
        List<String> left =
                new ArrayList<>(
                        List.of(
                                "kind",
                                "country",
                                "theme",
                                "language",
                                "year",
                                "network",
                                "status"));
        Map<String, Set<String>> criteria = new HashMap<>();
        for (int i = 0; i < number; i++) {
            String criterion = left.remove(random.nextInt(left.size()));
            Set<String> values = new TreeSet<>();
            for (int v = 1 + random.nextInt(3); v > 0; v--) {
                values.add(value(criterion));
            }
            criteria.put(criterion, values);
        }
        return criteria;
    }

    private String value(String criterion) {
        return switch (criterion) {
            case "kind" ->
                    random.nextBoolean()
                            ? "organisation"
                            : BenchSearchCorpus.KINDS.get(random.nextInt(3));
            case "country" -> corpus.place(random.nextInt(corpus.real())).country();
            case "theme" ->
                    BenchSearchCorpus.THEMES
                            .get(BenchSearchCorpus.often(random, BenchSearchCorpus.THEMES.size()))
                            .getFirst();
            case "language" -> BenchSearchCorpus.LANGUAGES.get(BenchSearchCorpus.often(random, 5));
            case "year" -> String.valueOf(1950 + random.nextInt(76));
            case "network" -> "network-" + BenchSearchCorpus.often(random, 60);
            default -> BenchSearchCorpus.STATUSES.get(random.nextInt(3));
        };
    }
}
