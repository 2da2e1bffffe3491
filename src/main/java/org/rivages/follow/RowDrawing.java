package org.rivages.follow;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rivages.follow.ResultsView.Row;
import org.rivages.search.Excerpts;
import org.rivages.search.SearchDocument;
import org.rivages.search.SearchQuery;
import org.rivages.shared.Language;
import org.rivages.shared.LocalizedText;
import org.rivages.site.Page;
import org.rivages.site.Words;
import org.springframework.stereotype.Component;

/** One record as a row of a list. */
@Component
class RowDrawing {
    private static final int MOST_COUNTRIES = 4;
    private static final String UNCONFIRMED = "to-be-confirmed";

    /** Its summary is its date, place and status, which stand beside it anyway. */
    private static final String SESSION = "session";

    private final ValueWords values;
    private final Excerpts excerpts;

    RowDrawing(ValueWords values, Excerpts excerpts) {
        this.values = values;
        this.excerpts = excerpts;
    }

    Row row(Page page, SearchDocument record, SearchQuery query, boolean close) {
        Words words = page.words();
        SearchDocument.Event event = record.event();
        String location = event == null ? "" : words.get(event.location());
        String status = telling(status(record));
        Excerpts.Excerpt excerpt = excerpts.of(record, query, close);
        return new Row(
                page.url(record.path()),
                words.get(record.title()),
                foreign(record.title(), page.language()),
                what(words, record),
                record.kind().equals(SESSION) ? "" : words.get(record.summary()),
                foreign(record.summary(), page.language()),
                excerpt.pieces(),
                excerpt.language().code(),
                record.when() == null ? "" : words.date(record.when()),
                location.isEmpty() ? countries(words, record) : location,
                distance(words, record, query),
                status.isEmpty() ? "" : values.word("status", status, words),
                style(status));
    }

    private static String distance(Words words, SearchDocument record, SearchQuery query) {
        SearchQuery.Near near = query.near();
        if (near == null || record.place() == null) {
            return "";
        }
        double far =
                Globe.kilometres(
                        new SearchDocument.Place(near.latitude(), near.longitude()),
                        record.place());
        return words.get("follow.distance", "km", words.decimal(far, far < 10 ? 1 : 0));
    }

    /** What it is: the kind, or the more telling type where it has one. */
    private String what(Words words, SearchDocument record) {
        String type = first(record, "type");
        return type.isEmpty()
                ? values.word(SearchQuery.KIND, record.kind(), words)
                : values.word("type", type, words);
    }

    private String countries(Words words, SearchDocument record) {
        List<String> names = new ArrayList<>();
        for (String code : record.criteria().getOrDefault("country", Set.of())) {
            if (names.size() == MOST_COUNTRIES) {
                return String.join(" · ", names) + " …";
            }
            names.add(values.word("country", code, words));
        }
        return String.join(" · ", names);
    }

    private static String first(SearchDocument record, String criterion) {
        return record.criteria().getOrDefault(criterion, Set.of()).stream()
                .sorted()
                .findFirst()
                .orElse("");
    }

    /** The more telling one: a session to be confirmed is tentative too. */
    static String status(SearchDocument record) {
        return record.criteria().getOrDefault("status", Set.of()).contains(UNCONFIRMED)
                ? UNCONFIRMED
                : first(record, "status");
    }

    /** That an organisation is an active member goes without saying. */
    private static String telling(String status) {
        return status.equals("active") ? "" : status;
    }

    private static @Nullable String foreign(LocalizedText text, Language language) {
        Language spoken = text.languageOf(language);
        return spoken == language ? null : spoken.code();
    }

    /** Dashed for what may still change, filled for what stands. */
    static String style(String status) {
        return switch (status) {
            case "confirmed",
                    "moved",
                    "held",
                    "open",
                    "active",
                    "decided",
                    "published",
                    "running" ->
                    "ok";
            case "tentative", UNCONFIRMED, "announced", "deciding", "planned" -> "wait";
            case "cancelled" -> "bad";
            default -> "off";
        };
    }
}
