package org.rivages.programmes;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rivages.access.Allow;
import org.rivages.access.Role;
import org.rivages.shared.NotFound;
import org.rivages.site.Form;
import org.rivages.site.Page;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Programmes at the desk. */
@Controller
@Allow(roles = {Role.SECRETARIAT, Role.PROGRAMME_MANAGER})
public class ProgrammeDesk {
    private final ProgrammeStore programmes;
    private final EditionStore editions;
    private final SessionStore sessions;
    private final EditProgrammes edit;
    private final DeskForms forms;
    private final DeskChoices choices;

    ProgrammeDesk(
            ProgrammeStore programmes,
            EditionStore editions,
            SessionStore sessions,
            EditProgrammes edit,
            DeskForms forms,
            DeskChoices choices) {
        this.programmes = programmes;
        this.editions = editions;
        this.sessions = sessions;
        this.edit = edit;
        this.forms = forms;
        this.choices = choices;
    }

    public record EditionLine(Edition edition, int sessions) {}

    public record ProgrammeLine(Programme programme, List<EditionLine> editions) {}

    @GetMapping("/{lang}/desk/programmes")
    ModelAndView list(Page page) {
        List<ProgrammeLine> lines =
                programmes.programmes().stream()
                        .filter(programme -> SeenByReader.runs(page.viewer(), programme.id()))
                        .map(programme ->
                                new ProgrammeLine(
                                        programme,
                                        editions.editions(programme.id()).stream()
                                                .map(e ->
                                                        new EditionLine(
                                                                e,
                                                                sessions.sessions(e.id()).size()))
                                                .toList()))
                        .toList();
        return page.view(
                "org/rivages/programmes/deskProgrammes",
                "lines",
                lines,
                "mayCreate",
                DeskRules.mayCreate(page.viewer()));
    }

    @GetMapping("/{lang}/desk/programmes/new")
    ModelAndView blank(Page page) {
        DeskRules.requireCreate(page.viewer());
        return form(page, null, Form.empty(), HttpStatus.OK);
    }

    @PostMapping("/{lang}/desk/programmes/new")
    ModelAndView create(Page page, Form form) {
        DeskRules.requireCreate(page.viewer());
        ProgrammeContent content = forms.programme(form);
        if (!form.ok()) {
            return form(page, null, form, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return answer(page, null, form, edit.create(content, page.viewer().person()));
    }

    @GetMapping("/{lang}/desk/programmes/{id}")
    ModelAndView edit(Page page, @PathVariable UUID id) {
        Programme programme = programme(page, id);
        return form(page, programme, DeskForms.of(programme), HttpStatus.OK);
    }

    @PostMapping("/{lang}/desk/programmes/{id}")
    ModelAndView save(Page page, Form form, @PathVariable UUID id) {
        Programme programme = programme(page, id);
        ProgrammeContent content = forms.programme(form);
        if (!form.ok()) {
            return form(page, programme, form, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return answer(
                page,
                programme,
                form,
                edit.save(
                        programme.id(), DeskForms.version(form), content, page.viewer().person()));
    }

    private ModelAndView answer(
            Page page, @Nullable Programme programme, Form form, Edited edited) {
        return switch (edited) {
            case Edited.Saved saved -> page.redirect("/desk/programmes", "programmes.saved.notice");
            case Edited.SlugTaken taken -> {
                form.reject("slug", "programmes.desk.slug-taken");
                yield form(page, programme, form, HttpStatus.UNPROCESSABLE_CONTENT);
            }
            case Edited.Stale(int version) -> {
                DeskForms.stale(form, version);
                yield form(page, programme, form, HttpStatus.CONFLICT);
            }
        };
    }

    private Programme programme(Page page, UUID id) {
        Programme programme =
                programmes
                        .programme(new ProgrammeId(id))
                        .orElseThrow(() -> new NotFound("programme " + id));
        DeskRules.require(page.viewer(), programme.id());
        return programme;
    }

    private ModelAndView form(
            Page page, @Nullable Programme programme, Form form, HttpStatus status) {
        Map<String, String> organisations = choices.organisations(page.words());
        ModelAndView view =
                page.view(
                        "org/rivages/programmes/deskProgramme",
                        "form",
                        form,
                        "programme",
                        programme,
                        "organisations",
                        organisations,
                        "choices",
                        choices);
        view.setStatus(status);
        return view;
    }
}
