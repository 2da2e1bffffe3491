package org.rivages.mail;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Fills in, at the moment of leaving, what is kept nowhere. */
@Component
class LateTexts {
    /**
     * @param body what the recipient reads
     * @param secrets what was filled in, so that it can be kept out of everything we write down
     */
    record Filled(String body, List<String> secrets) {}

    private final Map<String, LateText> texts;

    LateTexts(List<LateText> texts) {
        this.texts = texts.stream().collect(Collectors.toMap(LateText::name, Function.identity()));
    }

    /**
     * @throws IllegalStateException if the letter asks for a text that nobody makes
     */
    Filled fill(Waiting letter) {
        Matcher places = LetterText.LATE.matcher(letter.body());
        StringBuilder body = new StringBuilder();
        List<String> secrets = new java.util.ArrayList<>();
        while (places.find()) {
            LateText text = texts.get(places.group(1));
            if (text == null || letter.about() == null) {
                throw new IllegalStateException("nobody makes the text " + places.group(1));
            }
            String made = text.make(Objects.requireNonNull(letter.about()), letter.address());
            secrets.add(made);
            places.appendReplacement(body, Matcher.quoteReplacement(made));
        }
        places.appendTail(body);
        return new Filled(body.toString(), secrets);
    }
}
