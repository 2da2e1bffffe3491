package org.rivages.programmes;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rivages.access.Allow;
import org.rivages.access.Role;
import org.rivages.accounts.Accounts;
import org.rivages.accounts.Person;
import org.rivages.shared.LocalizedText;
import org.rivages.shared.NotFound;
import org.rivages.site.Form;
import org.rivages.site.Page;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Sessions at the desk: their texts, and the announced changes of date, place and status. */
@Controller
@Allow(roles = {Role.SECRETARIAT, Role.PROGRAMME_MANAGER})
public class SessionDesk {
    private static final int REASON = 500;

    private final EditionStore editions;
    private final SessionStore sessions;
    private final ChangeSessions change;
    private final DeskForms forms;
    private final DeskChoices choices;
    private final SessionViews views;
    private final Accounts accounts;
    private final List<SessionAudience> audiences;

    SessionDesk(
            EditionStore editions,
            SessionStore sessions,
            ChangeSessions change,
            DeskForms forms,
            DeskChoices choices,
            SessionViews views,
            Accounts accounts,
            List<SessionAudience> audiences) {
        this.editions = editions;
        this.sessions = sessions;
        this.change = change;
        this.forms = forms;
        this.choices = choices;
        this.views = views;
        this.accounts = accounts;
        this.audiences = audiences;
    }

    /**
     * A line of the history as the desk sees it.
     *
     * @param author "" when the program itself acted
     */
    public record DeskChange(ProgrammePages.ChangeRow line, String author) {}

    // ---- a new session

    @GetMapping("/{lang}/desk/programmes/editions/{id}/sessions/new")
    ModelAndView blank(Page page, @PathVariable UUID id) {
        Edition edition = edition(page, new EditionId(id));
        Form form =
                Form.empty()
                        .with("status", SessionStatus.TENTATIVE)
                        .with("zone", page.settings().zone());
        return textForm(page, edition, null, form, HttpStatus.OK);
    }

    @PostMapping("/{lang}/desk/programmes/editions/{id}/sessions/new")
    ModelAndView create(Page page, Form form, @PathVariable UUID id) {
        Edition edition = edition(page, new EditionId(id));
        SessionContent content = forms.session(form);
        SessionState state = DeskForms.state(form);
        if (form.ok()) {
            DeskForms.reject(form, change.whyNot(state));
        }
        if (!form.ok()) {
            return textForm(page, edition, null, form, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return answer(
                page,
                edition,
                null,
                form,
                change.create(edition.id(), content, state, page.viewer().person()));
    }

    // ---- its texts

    @GetMapping("/{lang}/desk/programmes/sessions/{id}/edit")
    ModelAndView edit(Page page, @PathVariable UUID id) {
        Session session = session(page, id);
        Edition edition = edition(page, session.edition());
        return textForm(page, edition, session, DeskForms.of(session), HttpStatus.OK);
    }

    @PostMapping("/{lang}/desk/programmes/sessions/{id}/edit")
    ModelAndView save(Page page, Form form, @PathVariable UUID id) {
        Session session = session(page, id);
        Edition edition = edition(page, session.edition());
        SessionContent content = forms.session(form);
        if (!form.ok()) {
            return textForm(page, edition, session, form, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return answer(
                page,
                edition,
                session,
                form,
                change.save(
                        session.id(), DeskForms.version(form), content, page.viewer().person()));
    }

    private ModelAndView answer(
            Page page, Edition edition, @Nullable Session session, Form form, Edited edited) {
        return switch (edited) {
            case Edited.Saved(UUID id) ->
                    page.redirect("/desk/programmes/sessions/" + id, "programmes.saved.notice");
            case Edited.SlugTaken taken -> {
                form.reject("slug", "programmes.desk.slug-taken");
                yield textForm(page, edition, session, form, HttpStatus.UNPROCESSABLE_CONTENT);
            }
            case Edited.Stale(int version) -> {
                DeskForms.stale(form, version);
                yield textForm(page, edition, session, form, HttpStatus.CONFLICT);
            }
        };
    }

    private ModelAndView textForm(
            Page page, Edition edition, @Nullable Session session, Form form, HttpStatus status) {
        ModelAndView view =
                page.view(
                        "org/rivages/programmes/deskSessionForm",
                        "form",
                        form,
                        "edition",
                        edition,
                        "session",
                        session,
                        "organisations",
                        choices.organisations(page.words()),
                        "choices",
                        choices);
        view.setStatus(status);
        return view;
    }

    // ---- date, place and status

    @GetMapping("/{lang}/desk/programmes/sessions/{id}")
    ModelAndView show(Page page, @PathVariable UUID id) {
        Session session = session(page, id);
        return changeForm(page, session, DeskForms.of(session, session.state()), HttpStatus.OK);
    }

    /** In two steps: look at what it means, then announce it. */
    @PostMapping("/{lang}/desk/programmes/sessions/{id}")
    ModelAndView change(Page page, Form form, @PathVariable UUID id) {
        Session session = session(page, id);
        SessionState after = DeskForms.state(form);
        LocalizedText reason = form.requiredLocalized("reason", REASON);
        if (form.ok()) {
            DeskForms.reject(form, change.whyNot(session.state(), after));
        }
        if (!form.ok()) {
            return changeForm(page, session, form, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return switch (form.value("step")) {
            case "announce" ->
                    announced(
                            page,
                            session,
                            form,
                            change.change(
                                    session.id(),
                                    DeskForms.version(form),
                                    after,
                                    reason,
                                    page.viewer().person()));
            case "back" -> changeForm(page, session, form, HttpStatus.OK);
            default -> preview(page, session, after, reason, form);
        };
    }

    private ModelAndView announced(
            Page page, Session session, Form form, ChangeSessions.Outcome outcome) {
        return switch (outcome) {
            case ChangeSessions.Outcome.Changed changed ->
                    page.redirect(
                            "/desk/programmes/sessions/" + session.id().value(),
                            "programmes.announced.notice");
            case ChangeSessions.Outcome.Refused(Map<String, String> reasons) -> {
                DeskForms.reject(form, reasons);
                yield changeForm(page, session, form, HttpStatus.UNPROCESSABLE_CONTENT);
            }
            case ChangeSessions.Outcome.Stale(int version) -> {
                form.with("version", version);
                form.reject("status", "programmes.desk.stale");
                yield changeForm(page, session, form, HttpStatus.CONFLICT);
            }
        };
    }

    private ModelAndView preview(
            Page page, Session session, SessionState after, LocalizedText reason, Form form) {
        Edition edition = edition(page, session.edition());
        List<String> told =
                edition.isPublic()
                        ? audiences.stream()
                                .flatMap(audience ->
                                        audience.concerned(session.toSummary()).stream())
                                .filter(group -> group.people() > 0)
                                .map(group -> page.t(group.nameKey(), "n", group.people()))
                                .toList()
                        : List.of();
        return page.view(
                "org/rivages/programmes/deskSessionPreview",
                "form",
                form,
                "edition",
                edition,
                "session",
                session,
                "text",
                ChangeWords.text(session.state(), after, page.words()),
                "reason",
                reason,
                "told",
                told);
    }

    private ModelAndView changeForm(Page page, Session session, Form form, HttpStatus status) {
        List<SessionChange> history = sessions.history(session.id());
        Map<UUID, Person> people =
                accounts.people(
                        history.stream()
                                .map(SessionChange::author)
                                .filter(java.util.Objects::nonNull)
                                .distinct()
                                .toList());
        ModelAndView view =
                page.view(
                        "org/rivages/programmes/deskSession",
                        "form",
                        form,
                        "edition",
                        edition(page, session.edition()),
                        "row",
                        views.rows(List.of(session), page.words()).getFirst(),
                        "history",
                        history.stream()
                                .map(line -> deskChange(page, session, line, people))
                                .toList(),
                        "choices",
                        choices);
        view.setStatus(status);
        return view;
    }

    private static DeskChange deskChange(
            Page page, Session session, SessionChange line, Map<UUID, Person> people) {
        Person author = line.author() == null ? null : people.get(line.author());
        return new DeskChange(
                ProgrammePages.changeRow(line, session, page), author == null ? "" : author.name());
    }

    // ---- whose session

    private Session session(Page page, UUID id) {
        Session session =
                sessions.session(new SessionId(id))
                        .orElseThrow(() -> new NotFound("session " + id));
        edition(page, session.edition());
        return session;
    }

    private Edition edition(Page page, EditionId id) {
        Edition edition = editions.edition(id).orElseThrow(() -> new NotFound("edition " + id));
        DeskRules.require(page.viewer(), edition.programme());
        return edition;
    }
}
