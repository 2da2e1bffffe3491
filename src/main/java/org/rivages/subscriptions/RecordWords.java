package org.rivages.subscriptions;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.rivages.follow.FollowedSearches;
import org.rivages.search.SearchDocument;
import org.rivages.site.Words;
import org.rivages.subscriptions.News.Part;
import org.springframework.stereotype.Component;

/** What a letter says of one record. */
@Component
class RecordWords {
    /** What the room's own words for a change say already. */
    private static final Set<Part> SAID_BY_THE_ROOM =
            EnumSet.of(Part.DATE, Part.PLACE, Part.STATUS, Part.CRITERIA, Part.DETAILS, Part.SAID);

    /** Between these, words of another direction do not disturb the line. */
    private static final String ISOLATE = "\u2068";

    private static final String ISOLATED = "\u2069";

    private final FollowedSearches searches;

    RecordWords(FollowedSearches searches) {
        this.searches = searches;
    }

    String facts(SearchDocument record, Subscription to, Words words) {
        List<String> facts = new ArrayList<>();
        facts.add(searches.kind(record, words));
        SearchDocument.Event event = record.event();
        if (event != null && event.at() != null) {
            facts.add(words.moment(event.at(), to.zone()) + " (" + words.zone(to.zone()) + ")");
        } else if (record.when() != null) {
            facts.add(words.planned(record.when()));
        }
        if (event != null) {
            facts.add(isolated(words.get(event.location())));
        }
        facts.add(searches.status(record, words));
        facts.removeIf(fact -> fact.isBlank() || fact.equals(ISOLATE + ISOLATED));
        return String.join(" · ", facts);
    }

    /** The room's own words where it has some, and the names of what changed beside that. */
    static List<String> changes(SearchDocument record, Set<Part> parts, Words words) {
        List<String> lines = new ArrayList<>();
        Set<Part> named = EnumSet.noneOf(Part.class);
        named.addAll(parts);
        String said = words.get(record.change());
        if (parts.contains(Part.SAID) && !said.isEmpty()) {
            lines.add(said.replaceAll("\\s+", " "));
            named.removeAll(SAID_BY_THE_ROOM);
        }
        named.remove(Part.SAID);
        if (named.isEmpty() && lines.isEmpty()) {
            named.add(Part.DETAILS);
        }
        if (!named.isEmpty()) {
            lines.add(
                    words.get(
                            "subscriptions.mail.parts",
                            "parts",
                            words.list(
                                    named.stream()
                                            .map(part ->
                                                    words.get(
                                                            "subscriptions.part."
                                                                    + part.name()
                                                                            .toLowerCase(
                                                                                    Locale.ROOT)))
                                            .toList())));
        }
        return lines;
    }

    String why(Subscription to, SearchDocument record, Words words) {
        List<String> why = searches.why(to.followed(), record, words.language(), words);
        return words.get(
                "subscriptions.mail.why",
                "why",
                why.isEmpty()
                        ? searches.title(to.followed(), words)
                        : String.join(" · ", why.stream().map(RecordWords::isolated).toList()));
    }

    static String isolated(String text) {
        return ISOLATE + text + ISOLATED;
    }
}
