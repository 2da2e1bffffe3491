package org.rivages.programmes;

import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.rivages.shared.FuzzyDate;
import org.rivages.shared.LocalizedText;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A programme of a test's own, found by a word that no other record has. */
public class ProgrammeExamples {
    private final EditProgrammes edit;
    private final ChangeSessions changes;
    private final JdbcClient jdbc;

    public ProgrammeExamples(EditProgrammes edit, ChangeSessions changes, JdbcClient jdbc) {
        this.edit = edit;
        this.changes = changes;
        this.jdbc = jdbc;
    }

    /**
     * @param word its slug; one word of letters and digits
     */
    public record Example(String word, EditionId edition, SessionId session) {
        public String sessionDesk() {
            return "/en/desk/programmes/sessions/" + session.value();
        }

        /** Finds the session, and nothing else. */
        public String query() {
            return "q=" + word + "&kind=session";
        }
    }

    public Example publish(boolean published) {
        String word = "zq" + UUID.randomUUID().toString().substring(0, 8);
        ProgrammeId programme =
                new ProgrammeId(
                        id(
                                edit.create(
                                        new ProgrammeContent(
                                                word,
                                                LocalizedText.of(
                                                        "Workshops " + word,
                                                        "Ateliers " + word,
                                                        "ورشات " + word),
                                                LocalizedText.EMPTY,
                                                LocalizedText.EMPTY,
                                                LocalizedText.EMPTY,
                                                LocalizedText.EMPTY,
                                                LocalizedText.EMPTY,
                                                List.of("fr"),
                                                List.of("water"),
                                                List.of(),
                                                published),
                                        null)));
        EditionId edition =
                new EditionId(
                        id(
                                edit.create(
                                        programme,
                                        new EditionContent(
                                                "2031",
                                                2031,
                                                text("Edition 2031"),
                                                LocalizedText.EMPTY,
                                                LocalizedText.EMPTY,
                                                LocalizedText.EMPTY,
                                                List.of(),
                                                published),
                                        null,
                                        null)));
        return new Example(word, edition, session(edition, "sfax", "2031-09-08/2031-09-10"));
    }

    public SessionId session(EditionId edition, String slug, String date) {
        return new SessionId(
                id(
                        changes.create(
                                edition,
                                content(slug, LocalizedText.EMPTY),
                                new SessionState(
                                        SessionStatus.CONFIRMED,
                                        FuzzyDate.of(date),
                                        text("Sfax"),
                                        "TN"),
                                null)));
    }

    /** Its description, which needs no announcement. */
    public void describe(SessionId session, String slug, String about) {
        changes.save(session, version(session), content(slug, text(about)), null);
    }

    public void cancel(SessionId session, String date, LocalizedText reason) {
        change(session, SessionStatus.CANCELLED, date, "Sfax", "TN", reason);
    }

    public void change(
            SessionId session,
            SessionStatus status,
            String date,
            String place,
            String country,
            LocalizedText reason) {
        ChangeSessions.Outcome outcome =
                changes.change(
                        session,
                        version(session),
                        new SessionState(status, FuzzyDate.of(date), text(place), country),
                        reason,
                        null);
        if (!(outcome instanceof ChangeSessions.Outcome.Changed)) {
            throw new AssertionError(outcome);
        }
    }

    private int version(SessionId session) {
        return jdbc.sql("select version from programmes.session where id = :id")
                .param("id", session.value())
                .query(Integer.class)
                .single();
    }

    private static SessionContent content(String slug, LocalizedText about) {
        return new SessionContent(
                slug, text("Workshop of " + slug), about, null, ZoneId.of("Africa/Tunis"));
    }

    private static UUID id(Edited edited) {
        return ((Edited.Saved) edited).id();
    }

    private static LocalizedText text(String text) {
        return LocalizedText.same(text);
    }
}
