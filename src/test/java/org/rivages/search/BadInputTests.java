package org.rivages.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rivages.search.SearchExamples.record;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.junit.jupiter.api.Test;
import org.rivages.search.SearchQuery.Sort;
import org.rivages.shared.Language;

/** Whatever is typed gets an answer, and the work for it is bounded: the bounds are printed. */
class BadInputTests {
    private static final int ROUNDS = 1_500;

    /** Parts of a query that one typed text may become. */
    private static final int MOST_PARTS = 400;

    private static final List<String> PIECES =
            List.of(
                    "\"",
                    "«",
                    "”",
                    "(",
                    ")",
                    "[",
                    "]",
                    "{",
                    "}",
                    "*",
                    "?",
                    "~",
                    "^",
                    "\\",
                    "/",
                    "AND",
                    "OR",
                    "NOT",
                    "+",
                    "-",
                    "&&",
                    "||",
                    ":",
                    "a:b",
                    "title.en:x",
                    "_exists_",
                    "\u0000",
                    "\u0007",
                    "\u001b[2J",
                    "\ufeff",
                    "\u202e",
                    "\u2067",
                    "\u200f",
                    "\ud83d",
                    "\udc00",
                    "😀",
                    "ًٌٍ",
                    "ـــ",
                    "ء",
                    "ال",
                    "و",
                    "لل",
                    "the",
                    "of",
                    "de",
                    "l'",
                    "d’",
                    "من",
                    "ffi",
                    "ß",
                    "İ",
                    "ı",
                    "K",
                    "①",
                    "٣",
                    "۴",
                    "१",
                    "<script>",
                    "%00",
                    "%s",
                    "' or 1=1 --",
                    "#water",
                    "a#water",
                    "\n",
                    "\t",
                    "\r",
                    "1e309",
                    "-1",
                    "2147483648",
                    "x".repeat(300),
                    "م".repeat(300),
                    "a.b.c.d.",
                    ".".repeat(50),
                    "a\u0301".repeat(80),
                    "Casablanca",
                    "صفاقس",
                    "déchets");

    private final Analysis analysis = SearchExamples.ANALYSIS;

    private static FedIndex index() {
        FedIndex index =
                new LuceneIndex(
                        SearchExamples.ANALYSIS,
                        new ByteBuffersDirectory(),
                        new ByteBuffersDirectory());
        index.rebuild(
                all -> {
                    all.accept(record("a").title("Casablanca", "Casablanca", "صفاقس").build());
                    all.accept(record("b").title("x".repeat(300), "#water", "ء").build());
                },
                new Position("test", 1, Instant.EPOCH));
        return index;
    }

    @Test
    void answersAnyMixtureOfSignsWithBoundedWork() {
        FedIndex index = index();
        Excerpts excerpts = new Excerpts(analysis);
        Random random = new Random(5);
        int most = 0;
        for (int round = 0; round < ROUNDS; round++) {
            String typed = typed(random);
            Language language = Language.values()[round % 3];
            SearchQuery query =
                    SearchQuery.all(language)
                            .text(typed)
                            .sort(Sort.values()[round % Sort.values().length]);
            SearchResult result = index.search(query, Reader.VISITOR);
            assertThat(result.available()).isTrue();
            assertThat(result.total()).as(typed).isBetween(0L, 2L);
            result.hits().forEach(hit -> excerpts.of(hit, query, result.close()));
            LuceneText texts = new LuceneText(analysis);
            for (boolean close : List.of(false, true)) {
                most = Math.max(most, parts(texts.meaning(typed, language, close).ranked()));
            }
        }
        System.out.println("the largest of " + ROUNDS + " queries had " + most + " parts");
        assertThat(most).isLessThan(MOST_PARTS);
    }

    private static String typed(Random random) {
        StringBuilder typed = new StringBuilder();
        int length = random.nextInt(10) == 0 ? 2_000 : random.nextInt(12);
        for (int i = 0; i < length; i++) {
            typed.append(PIECES.get(random.nextInt(PIECES.size())));
            typed.append(random.nextInt(3) == 0 ? "" : " ");
        }
        return typed.toString();
    }

    private static int parts(Query query) {
        int[] parts = {0};
        query.visit(
                new QueryVisitor() {
                    @Override
                    public void consumeTerms(Query part, org.apache.lucene.index.Term... terms) {
                        parts[0] += terms.length;
                    }

                    @Override
                    public void visitLeaf(Query part) {
                        parts[0]++;
                    }
                });
        return parts[0];
    }

    @Test
    void answersFiveHundredCriteriaUnknownCodesAndFarPages() {
        FedIndex index = index();
        Map<String, Set<String>> criteria = new LinkedHashMap<>();
        for (int i = 0; i < 500; i++) {
            criteria.put("criterion-" + i, Set.of("value", "\u0000", "", "x".repeat(5_000)));
        }
        SearchQuery query =
                new SearchQuery("", criteria, Sort.NAME, Language.EN, 1_000_000_000, 50);
        SearchResult result = index.search(query, Reader.VISITOR);
        assertThat(result.total()).isZero();
        assertThat(result.hits()).isEmpty();
        assertThat(result.without()).hasSize(500);
        SearchQuery unknown = SearchQuery.all(Language.AR).with("country", Set.of("QQ", "🏴"));
        assertThat(index.search(unknown, Reader.VISITOR).without()).containsEntry("country", 2L);
    }

    @Test
    void refusesACircleThatIsNone() {
        List<double[]> wrong = new ArrayList<>();
        wrong.add(new double[] {0, 0, -1});
        wrong.add(new double[] {0, 0, 0});
        wrong.add(new double[] {91, 0, 1});
        wrong.add(new double[] {0, -181, 1});
        wrong.add(new double[] {Double.NaN, 0, 1});
        wrong.add(new double[] {0, 0, Double.POSITIVE_INFINITY});
        for (double[] each : wrong) {
            assertThat(
                            org.assertj.core.api.Assertions.catchThrowable(
                                    () -> new SearchQuery.Near(each[0], each[1], each[2])))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
