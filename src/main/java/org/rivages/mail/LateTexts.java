package org.rivages.mail;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Fills in, at the moment of leaving, what is kept nowhere. */
@Component
class LateTexts {
    /**
     * @param body what the recipient reads
     * @param stop where one POST ends such letters; null where they cannot be ended
     * @param secrets what was filled in, so that it can be kept out of everything we write down
     */
    record Filled(String body, @Nullable String stop, List<String> secrets) {}

    private final Map<String, LateText> texts;

    LateTexts(List<LateText> texts) {
        this.texts = texts.stream().collect(Collectors.toMap(LateText::name, Function.identity()));
    }

    /**
     * @throws IllegalStateException if the letter asks for a text that nobody makes
     */
    Filled fill(Waiting letter) {
        Map<String, String> made = new LinkedHashMap<>();
        String body = fill(letter.body(), letter, made);
        String stop = letter.stop() == null ? null : fill(letter.stop(), letter, made);
        return new Filled(body, stop, List.copyOf(made.values()));
    }

    /** The same text is made once for a letter, wherever it stands in it. */
    private String fill(String template, Waiting letter, Map<String, String> made) {
        Matcher places = LetterText.LATE.matcher(template);
        StringBuilder filled = new StringBuilder();
        while (places.find()) {
            LateText text = texts.get(places.group(1));
            UUID about = letter.about();
            if (text == null || about == null) {
                throw new IllegalStateException("nobody makes the text " + places.group(1));
            }
            places.appendReplacement(
                    filled,
                    Matcher.quoteReplacement(
                            made.computeIfAbsent(
                                    text.name(), name -> text.make(about, letter.address()))));
        }
        return places.appendTail(filled).toString();
    }
}
