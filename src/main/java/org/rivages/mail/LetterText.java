package org.rivages.mail;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The plain text of a letter taken apart, so that templates can show it: paragraphs of lines, links
 * in them, and places that are filled only when the letter leaves.
 */
public record LetterText(List<Paragraph> paragraphs) {
    public record Paragraph(List<Line> lines) {}

    public record Line(List<Part> parts) {}

    public record Part(Kind kind, String text) {}

    public enum Kind {
        WORDS,
        LINK,
        /** Holds the name of a {@link LateText}. */
        LATE
    }

    static final Pattern LATE = Pattern.compile("\\{\\{([a-z][a-z0-9-]*)}}");

    private static final Pattern PART =
            Pattern.compile(
                    LATE.pattern()
                            + "|https?://[^\\s<>\"]*[^\\s<>\".,;:!?»)\\]\\u060C\\u061B\\u061F]");

    public static LetterText of(String body) {
        return new LetterText(
                Arrays.stream(body.strip().split("\\R\\s*\\R"))
                        .map(text -> new Paragraph(text.lines().map(LetterText::line).toList()))
                        .toList());
    }

    private static Line line(String text) {
        List<Part> parts = new ArrayList<>();
        Matcher found = PART.matcher(text);
        int at = 0;
        while (found.find()) {
            if (found.start() > at) {
                parts.add(new Part(Kind.WORDS, text.substring(at, found.start())));
            }
            String late = found.group(1);
            parts.add(
                    late == null ? new Part(Kind.LINK, found.group()) : new Part(Kind.LATE, late));
            at = found.end();
        }
        if (at < text.length()) {
            parts.add(new Part(Kind.WORDS, text.substring(at)));
        }
        return new Line(parts);
    }
}
