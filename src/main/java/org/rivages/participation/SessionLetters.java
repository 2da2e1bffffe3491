package org.rivages.participation;

import java.util.ArrayList;
import java.util.List;
import org.rivages.applications.ApplicationSummary;
import org.rivages.applications.Applications;
import org.rivages.mail.Letter;
import org.rivages.mail.Outbox;
import org.rivages.programmes.Programmes;
import org.rivages.programmes.SessionAudience;
import org.rivages.programmes.SessionChanged;
import org.rivages.programmes.SessionState;
import org.rivages.programmes.SessionSummary;
import org.rivages.site.Links;
import org.rivages.site.Texts;
import org.rivages.site.Words;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/**
 * Tells the class when a session is moved, confirmed or cancelled: by mail, since calendars hide
 * it.
 */
@Component
class SessionLetters implements SessionAudience {
    private final Attendance attendance;
    private final Applications applications;
    private final Programmes programmes;
    private final Outbox outbox;
    private final Texts texts;
    private final Links links;

    SessionLetters(
            Attendance attendance,
            Applications applications,
            Programmes programmes,
            Outbox outbox,
            Texts texts,
            Links links) {
        this.attendance = attendance;
        this.applications = applications;
        this.programmes = programmes;
        this.outbox = outbox;
        this.texts = texts;
        this.links = links;
    }

    @Override
    public List<Group> concerned(SessionSummary session) {
        int people = attendance.participants(session.edition()).size();
        return people == 0
                ? List.of()
                : List.of(new Group("participation.session.concerned", people));
    }

    @ApplicationModuleListener
    void on(SessionChanged change) {
        if (!change.announced()) {
            return;
        }
        SessionSummary session = programmes.session(change.session()).orElseThrow();
        for (Place place : attendance.participants(change.edition())) {
            ApplicationSummary to = applications.get(place.application());
            if (!to.email().isEmpty()) {
                outbox.put(letter(change, session, to));
            }
        }
    }

    private Letter letter(SessionChanged change, SessionSummary session, ApplicationSummary to) {
        Words words = texts.in(to.language());
        Object[] args = {
            "name", to.name(),
            "session", words.get(session.title()),
            "before", said(change.before(), words),
            "after", said(change.after(), words),
            "reason", words.get(change.reason()),
            "link", links.absolute(to.language(), session.path())
        };
        return new Letter(
                "mail.kind.session-changed",
                change.session().value(),
                to.email(),
                to.person(),
                to.language(),
                words.get("participation.mail.session.subject", args),
                words.get("participation.mail.session.body", args),
                "session:"
                        + change.session().value()
                        + ":"
                        + change.sequence()
                        + ":"
                        + to.id().value());
    }

    private static String said(SessionState state, Words words) {
        List<String> parts = new ArrayList<>();
        parts.add(words.get("programmes.status." + state.status().code()));
        parts.add(
                state.date() == null
                        ? words.get("participation.place.no-date")
                        : words.date(state.date()));
        if (!state.place().isEmpty()) {
            parts.add(words.get(state.place()));
        }
        return String.join(" · ", parts);
    }
}
