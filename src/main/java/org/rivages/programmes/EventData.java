package org.rivages.programmes;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rivages.shared.FuzzyDate;
import org.rivages.shared.Json;
import org.rivages.site.Links;
import org.rivages.site.Words;
import org.springframework.stereotype.Component;

/**
 * Editions and sessions as schema.org events, for search engines. A date is written only as exactly
 * as it is known: {@code 2020-03} stays a month.
 */
@Component
class EventData {
    private final Links links;
    private final SessionStore sessions;

    EventData(Links links, SessionStore sessions) {
        this.links = links;
        this.sessions = sessions;
    }

    /** JSON that is safe inside a script element. */
    String edition(Words words, Edition edition, List<SessionViews.Row> rows) {
        Map<String, Object> data =
                event(words, "EventSeries", edition.title().in(words.language()), edition.path());
        if (!edition.summary().isEmpty()) {
            data.put("description", words.get(edition.summary()));
        }
        List<Object> parts = new ArrayList<>();
        rows.forEach(row -> parts.add(sessionEvent(words, row)));
        data.put("subEvent", parts);
        return script(data);
    }

    String session(Words words, Edition edition, SessionViews.Row row) {
        Map<String, Object> data = sessionEvent(words, row);
        data.put(
                "superEvent",
                Map.of(
                        "@type", "EventSeries",
                        "name", words.get(edition.title()),
                        "url", links.absolute(words.language(), edition.path())));
        return script(data);
    }

    private Map<String, Object> sessionEvent(Words words, SessionViews.Row row) {
        SessionState state = row.session().state();
        Map<String, Object> data =
                event(words, "EducationEvent", words.get(row.title()), row.path());
        data.put("eventStatus", "https://schema.org/" + status(state));
        data.put("eventAttendanceMode", "https://schema.org/OfflineEventAttendanceMode");
        dates(data, state.date());
        previousStart(data, row.session());
        if (!row.where().isEmpty()) {
            Map<String, Object> address = new LinkedHashMap<>();
            address.put("@type", "PostalAddress");
            if (!state.place().isEmpty()) {
                address.put("addressLocality", words.get(state.place()));
            }
            if (state.country() != null) {
                address.put("addressCountry", state.country());
            }
            data.put("location", Map.of("@type", "Place", "name", row.where(), "address", address));
        }
        if (row.host() != null) {
            data.put(
                    "organizer",
                    Map.of(
                            "@type", "Organization",
                            "name", words.get(row.host().name()),
                            "url", links.absolute(words.language(), row.host().path())));
        }
        return data;
    }

    private Map<String, Object> event(Words words, String type, String name, String path) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("@context", "https://schema.org");
        data.put("@type", type);
        data.put("name", name);
        data.put("url", links.absolute(words.language(), path));
        return data;
    }

    private static String status(SessionState state) {
        return switch (state.status()) {
            case CANCELLED -> "EventCancelled";
            case MOVED -> state.date() == null ? "EventPostponed" : "EventRescheduled";
            case TENTATIVE, CONFIRMED, HELD -> "EventScheduled";
        };
    }

    private static void dates(
            Map<String, Object> data, @org.jspecify.annotations.Nullable FuzzyDate date) {
        if (date == null) {
            return;
        }
        String[] parts = date.edtf().split("/", 2);
        data.put("startDate", parts[0]);
        data.put("endDate", parts[parts.length - 1]);
    }

    private void previousStart(Map<String, Object> data, Session session) {
        if (session.state().status() != SessionStatus.MOVED) {
            return;
        }
        sessions.lastChange(session.id())
                .map(change -> change.before().date())
                .ifPresent(date -> data.put("previousStartDate", date.edtf().split("/", 2)[0]));
    }

    private static String script(Map<String, Object> data) {
        return Json.write(data)
                .replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("&", "\\u0026");
    }
}
