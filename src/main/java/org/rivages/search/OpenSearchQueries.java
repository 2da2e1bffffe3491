package org.rivages.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * The same query in the words of OpenSearch: what a text means stands in {@link LuceneText} only.
 */
final class OpenSearchQueries {
    private OpenSearchQueries() {}

    static Map<String, Object> json(Query query) {
        return switch (query) {
            case TermQuery term -> field("term", term.getTerm(), Map.of());
            case PrefixQuery prefix -> field("prefix", prefix.getPrefix(), Map.of());
            case FuzzyQuery fuzzy ->
                    field(
                            "fuzzy",
                            fuzzy.getTerm(),
                            Map.of("fuzziness", 1, "rewrite", "constant_score"));
            case NearlyQuery nearly -> nearly(nearly.beginning());
            case PhraseQuery phrase -> phrase(phrase);
            case BoostQuery boost -> boosted(json(boost.getQuery()), boost.getBoost());
            case ConstantScoreQuery constant ->
                    Map.of("constant_score", Map.of("filter", json(constant.getQuery())));
            case DisjunctionMaxQuery best ->
                    Map.of(
                            "dis_max",
                            Map.of(
                                    "tie_breaker",
                                    best.getTieBreakerMultiplier(),
                                    "queries",
                                    best.getDisjuncts().stream()
                                            .map(OpenSearchQueries::json)
                                            .toList()));
            case BooleanQuery all -> bool(all);
            case MatchNoDocsQuery _ -> Map.of("match_none", Map.of());
            default -> throw new IllegalArgumentException("cannot be translated: " + query);
        };
    }

    private static Map<String, Object> field(String kind, Term term, Map<String, Object> more) {
        Map<String, Object> inside = new LinkedHashMap<>(more);
        inside.put("value", term.text());
        return Map.of(kind, Map.of(term.field(), inside));
    }

    /** The texts are kept as words between spaces, so the phrase is too. */
    private static Map<String, Object> phrase(PhraseQuery phrase) {
        List<String> words = Arrays.stream(phrase.getTerms()).map(Term::text).toList();
        return Map.of(
                "match_phrase", Map.of(phrase.getTerms()[0].field(), String.join(" ", words)));
    }

    private static Map<String, Object> bool(BooleanQuery all) {
        Map<String, Object> parts = new LinkedHashMap<>();
        for (BooleanClause clause : all) {
            String part =
                    switch (clause.occur()) {
                        case MUST -> "must";
                        case SHOULD -> "should";
                        case FILTER -> "filter";
                        case MUST_NOT -> "must_not";
                    };
            @SuppressWarnings("unchecked")
            List<Object> list = (List<Object>) parts.computeIfAbsent(part, p -> new ArrayList<>());
            list.add(json(clause.query()));
        }
        return Map.of("bool", parts);
    }

    /** Each query of OpenSearch takes its weight inside. */
    private static Map<String, Object> boosted(Map<String, Object> query, float weight) {
        Map.Entry<String, Object> only = query.entrySet().iterator().next();
        if (List.of("constant_score", "bool", "dis_max").contains(only.getKey())) {
            Map<String, Object> inside = inside(only.getValue());
            inside.put("boost", weight);
            return Map.of(only.getKey(), inside);
        }
        if (only.getKey().equals("match_none")) {
            return query;
        }
        Map<String, Object> fields = inside(only.getValue());
        Map.Entry<String, Object> field = fields.entrySet().iterator().next();
        Map<String, Object> inside =
                field.getValue() instanceof Map
                        ? inside(field.getValue())
                        : new LinkedHashMap<>(Map.of("query", field.getValue()));
        inside.put("boost", weight);
        return Map.of(only.getKey(), Map.of(field.getKey(), inside));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> inside(Object map) {
        return new LinkedHashMap<>((Map<String, Object>) map);
    }

    /** Every way to mistype the word by one letter, and anything behind it. */
    private static Map<String, Object> nearly(Term beginning) {
        String word = beginning.text();
        TreeSet<String> ways = new TreeSet<>(List.of(quoted(word)));
        for (int i = 0; i < word.length(); i++) {
            String before = quoted(word.substring(0, i));
            String after = quoted(word.substring(i + 1));
            ways.add(before + after);
            ways.add(before + "." + after);
            ways.add(before + "." + quoted(word.substring(i)));
            if (i + 1 < word.length()) {
                String exchanged = "" + word.charAt(i + 1) + word.charAt(i);
                ways.add(before + quoted(exchanged) + quoted(word.substring(i + 2)));
            }
        }
        return Map.of(
                "regexp",
                Map.of(
                        beginning.field(),
                        Map.of(
                                "value",
                                "(" + String.join("|", ways) + ").*",
                                "flags",
                                "NONE",
                                "rewrite",
                                "constant_score")));
    }

    private static String quoted(String text) {
        return text.replaceAll("[^\\p{L}\\p{N}]", "\\\\$0");
    }
}
