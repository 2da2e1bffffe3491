package org.rivages.search;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.DelegatingAnalyzerWrapper;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.ar.ArabicNormalizationFilter;
import org.apache.lucene.analysis.ar.ArabicStemFilter;
import org.apache.lucene.analysis.charfilter.MappingCharFilter;
import org.apache.lucene.analysis.charfilter.NormalizeCharMap;
import org.apache.lucene.analysis.core.DecimalDigitFilter;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.fr.FrenchLightStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.miscellaneous.LimitTokenCountFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.util.ElisionFilter;
import org.rivages.shared.Language;

/**
 * How texts become words, per language; one line per language in {@link #stemmed}. All of them
 * forgive accents, case, Arabic diacritics, hamza, ta marbuta and the script of digits. Besides,
 * everything is kept unstemmed, for names, acronyms, prefixes and typing errors.
 */
final class Analysis {
    /** Unstemmed words of titles and names. */
    static final String NAMES = "names";

    /** Names by what one hears of them: see {@link Skeleton}. */
    static final String SOUND = "sound";

    /** Unstemmed words of everything. */
    static final String PLAIN = "plain";

    /** More words than this of one text are not looked at. */
    private static final int MOST_WORDS = 20_000;

    /** What is done last to the words of a language: one line for each. */
    private static TokenStream stemmed(Language language, TokenStream words) {
        return switch (language) {
            case EN -> new PorterStemFilter(new EnglishPossessiveFilter(words));
            case FR -> new FrenchLightStemFilter(words);
            case AR -> new ArabicStemFilter(words);
        };
    }

    /**
     * Hamza on its carriers and Persian letters as their plain Arabic ones; bare hamza, small alef
     * and invisible direction marks as nothing.
     */
    private static final NormalizeCharMap LETTERS = letters();

    private static final CharArraySet ELIDED = FrenchAnalyzer.DEFAULT_ARTICLES;

    private final Analyzer plain = chain(ArticleFilter::new);
    private final Map<Language, Analyzer> stems = new EnumMap<>(Language.class);
    private final Map<String, Analyzer> byField = new HashMap<>();
    private volatile Meanings meanings =
            Meanings.of(Thesaurus.EMPTY, (language, text) -> List.of());

    Analysis(Thesaurus thesaurus) {
        for (Language language : Language.values()) {
            stems.put(language, chain(words -> stemmed(language, words)));
            byField.put(title(language), chain(words -> stemmed(language, words)));
            byField.put(
                    text(language),
                    chain(words ->
                            new ConceptFilter(
                                    stemmed(language, words), () -> meanings.in(language))));
        }
        use(thesaurus);
    }

    /**
     * Takes the meanings of another thesaurus from now on. What stands in an index keeps those with
     * which it was put there, until it is built anew.
     */
    void use(Thesaurus thesaurus) {
        meanings = Meanings.of(thesaurus, this::stems);
    }

    /** What the thesaurus calls a value of a criterion, "" when it is no theme. */
    String theme(String criterion, String value, Language language) {
        return meanings.name(language, criterion + "/" + value);
    }

    /** The concepts that these words name, in whichever language. */
    Set<String> concepts(List<String> typed) {
        Set<String> found = new TreeSet<>();
        meanings.concepts()
                .forEach((language, named) ->
                        found.addAll(named.named(stems(language, String.join(" ", typed)))));
        return found;
    }

    /** The concepts that these stems of one language name. */
    Collection<String> named(Language language, List<String> stemmed) {
        return meanings.in(language).named(stemmed);
    }

    /** The words of the longest label in any language. */
    int longestConcept() {
        return meanings.longest();
    }

    /** The stems of a text, without concepts. */
    List<String> stems(Language language, String text) {
        return words(Objects.requireNonNull(stems.get(language)), "", text);
    }

    static String title(Language language) {
        return "title." + language.code();
    }

    static String text(Language language) {
        return "text." + language.code();
    }

    Analyzer analyzer() {
        return new DelegatingAnalyzerWrapper(Analyzer.PER_FIELD_REUSE_STRATEGY) {
            @Override
            protected Analyzer getWrappedAnalyzer(String field) {
                return of(field);
            }
        };
    }

    private Analyzer of(String field) {
        return byField.getOrDefault(field, plain);
    }

    /** The words of a text as this field keeps them, with the concepts that they name. */
    List<String> words(String field, String text) {
        return words(of(field), field, text);
    }

    private static List<String> words(Analyzer analyzer, String field, String text) {
        List<String> words = new ArrayList<>();
        try (TokenStream stream = analyzer.tokenStream(field, text)) {
            CharTermAttribute word = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                if (word.length() > 0) {
                    words.add(word.toString());
                }
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }

    /**
     * A word of a text where it stands.
     *
     * @param plain as the unstemmed fields keep it
     */
    record Placed(int start, int end, String plain) {}

    List<Placed> placed(String text) {
        List<Placed> placed = new ArrayList<>();
        try (TokenStream stream = plain.tokenStream(PLAIN, text)) {
            CharTermAttribute word = stream.addAttribute(CharTermAttribute.class);
            OffsetAttribute offset = stream.addAttribute(OffsetAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                placed.add(new Placed(offset.startOffset(), offset.endOffset(), word.toString()));
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return placed;
    }

    /** The words of a text as they were typed; each can be analysed by itself. */
    List<String> rawWords(String text) {
        List<String> found = new ArrayList<>();
        try (StandardTokenizer tokens = new StandardTokenizer()) {
            CharTermAttribute word = tokens.addAttribute(CharTermAttribute.class);
            tokens.setReader(new MappingCharFilter(LETTERS, new StringReader(text)));
            tokens.reset();
            while (tokens.incrementToken()) {
                if (!words(PLAIN, word.toString()).isEmpty()) {
                    found.add(word.toString());
                }
            }
            tokens.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    /** A whole name as one word: for finding exactly it. */
    String whole(String name) {
        return String.join(" ", words(PLAIN, name));
    }

    private static Analyzer chain(Function<TokenStream, TokenStream> last) {
        return new Analyzer() {
            @Override
            protected Reader initReader(String field, Reader reader) {
                return new MappingCharFilter(LETTERS, reader);
            }

            @Override
            protected Reader initReaderForNormalization(String field, Reader reader) {
                return initReader(field, reader);
            }

            @Override
            public int getPositionIncrementGap(String field) {
                return 100;
            }

            @Override
            protected TokenStreamComponents createComponents(String field) {
                StandardTokenizer tokens = new StandardTokenizer();
                TokenStream words = new LowerCaseFilter(tokens);
                words = new ElisionFilter(words, ELIDED);
                words = new DecimalDigitFilter(words);
                words = new ArabicNormalizationFilter(words);
                words = new ASCIIFoldingFilter(words);
                words = new DotFilter(words);
                return new TokenStreamComponents(
                        tokens, new LimitTokenCountFilter(last.apply(words), MOST_WORDS));
            }
        };
    }

    private static NormalizeCharMap letters() {
        NormalizeCharMap.Builder map = new NormalizeCharMap.Builder();
        map.add("ؤ", "و");
        map.add("ئ", "ي");
        map.add("ی", "ي");
        map.add("ک", "ك");
        for (String nothing :
                List.of(
                        "ء", "\u0670", "\u200b", "\u200c", "\u200d", "\u200e", "\u200f", "\u00ad",
                        "\u202a", "\u202b", "\u202c", "\u202d", "\u202e", "\u2066", "\u2067",
                        "\u2068", "\u2069", "\ufeff")) {
            map.add(nothing, "");
        }
        return map.build();
    }
}
