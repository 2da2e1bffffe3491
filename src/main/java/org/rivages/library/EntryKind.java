package org.rivages.library;

import static org.rivages.library.EntryPart.ACTION;
import static org.rivages.library.EntryPart.ADVICE;
import static org.rivages.library.EntryPart.CONTEXT;
import static org.rivages.library.EntryPart.COST;
import static org.rivages.library.EntryPart.LIMITS;
import static org.rivages.library.EntryPart.METHOD;
import static org.rivages.library.EntryPart.QUESTION;
import static org.rivages.library.EntryPart.RESULTS;
import static org.rivages.library.EntryPart.SHORTFALL;
import static org.rivages.library.EntryPart.TRANSFER;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What an entry is. It is chosen once: the questions asked of it depend on it. */
public enum EntryKind {
    /** What a city did, what came of it, and what another city needs to do the same. */
    PRACTICE(CONTEXT, ACTION, COST, RESULTS, SHORTFALL, TRANSFER),
    /** What somebody would do otherwise next time. */
    LESSON(CONTEXT, EntryPart.LESSON, ADVICE),
    /** The same figure of several cities, side by side. */
    BENCHMARK(QUESTION, METHOD, RESULTS, LIMITS),
    /** What was found out, and how. */
    STUDY(QUESTION, METHOD, RESULTS, LIMITS);

    private final List<EntryPart> parts;

    EntryKind(EntryPart... parts) {
        this.parts = List.of(parts);
    }

    /** In the order in which they are read. */
    public List<EntryPart> parts() {
        return parts;
    }

    /** As it stands in addresses and data: {@code practice}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<EntryKind> of(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
    }
}
