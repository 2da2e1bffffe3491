package org.rivages.programmes;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rivages.access.Allow;
import org.rivages.access.Role;
import org.rivages.shared.NotFound;
import org.rivages.site.Form;
import org.rivages.site.Page;
import org.rivages.site.Section;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Editions at the desk, and what the upper rooms do with them. */
@Controller
@Allow(roles = {Role.SECRETARIAT, Role.PROGRAMME_MANAGER})
public class EditionDesk {
    private final ProgrammeStore programmes;
    private final EditionStore editions;
    private final SessionStore sessions;
    private final EditProgrammes edit;
    private final DeskForms forms;
    private final DeskChoices choices;
    private final SessionViews views;
    private final List<EditionDeskSection> sections;

    EditionDesk(
            ProgrammeStore programmes,
            EditionStore editions,
            SessionStore sessions,
            EditProgrammes edit,
            DeskForms forms,
            DeskChoices choices,
            SessionViews views,
            List<EditionDeskSection> sections) {
        this.programmes = programmes;
        this.editions = editions;
        this.sessions = sessions;
        this.edit = edit;
        this.forms = forms;
        this.choices = choices;
        this.views = views;
        this.sections = sections;
    }

    @GetMapping("/{lang}/desk/programmes/editions/{id}")
    ModelAndView show(Page page, @PathVariable UUID id) {
        Edition edition = edition(page, id);
        List<Section> added =
                sections.stream()
                        .map(one -> one.section(page, edition.toSummary()))
                        .flatMap(Optional::stream)
                        .sorted(Comparator.comparingInt(Section::order))
                        .toList();
        return page.view(
                "org/rivages/programmes/deskEdition",
                "edition",
                edition,
                "rows",
                views.rows(sessions.sessions(edition.id()), page.words()),
                "sections",
                added);
    }

    @GetMapping("/{lang}/desk/programmes/{programme}/editions/new")
    ModelAndView blank(Page page, @PathVariable("programme") UUID id) {
        Programme programme = programme(page, id);
        Form form = Form.empty();
        editions.editions(programme.id()).stream()
                .findFirst()
                .ifPresent(last ->
                        form.with("copy", last.id().value())
                                .with("year", last.year() + 1)
                                .with("slug", last.year() + 1));
        return form(page, programme, null, form, HttpStatus.OK);
    }

    @PostMapping("/{lang}/desk/programmes/{programme}/editions/new")
    ModelAndView create(Page page, Form form, @PathVariable("programme") UUID id) {
        Programme programme = programme(page, id);
        EditionContent content = forms.edition(form);
        Map<String, String> siblings = siblings(page, programme);
        EditionId copyFrom =
                form.id("copy")
                        .filter(from -> siblings.containsKey(from.toString()))
                        .map(EditionId::new)
                        .orElse(null);
        if (!form.ok()) {
            return form(page, programme, null, form, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return answer(
                page,
                programme,
                null,
                form,
                edit.create(programme.id(), content, copyFrom, page.viewer().person()));
    }

    @GetMapping("/{lang}/desk/programmes/editions/{id}/edit")
    ModelAndView edit(Page page, @PathVariable UUID id) {
        Edition edition = edition(page, id);
        return form(
                page,
                programme(page, edition.programme().value()),
                edition,
                DeskForms.of(edition),
                HttpStatus.OK);
    }

    @PostMapping("/{lang}/desk/programmes/editions/{id}/edit")
    ModelAndView save(Page page, Form form, @PathVariable UUID id) {
        Edition edition = edition(page, id);
        Programme programme = programme(page, edition.programme().value());
        EditionContent content = forms.edition(form);
        if (!form.ok()) {
            return form(page, programme, edition, form, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return answer(
                page,
                programme,
                edition,
                form,
                edit.save(edition.id(), DeskForms.version(form), content, page.viewer().person()));
    }

    private ModelAndView answer(
            Page page, Programme programme, @Nullable Edition edition, Form form, Edited edited) {
        return switch (edited) {
            case Edited.Saved(UUID id) ->
                    page.redirect("/desk/programmes/editions/" + id, "programmes.saved.notice");
            case Edited.SlugTaken taken -> {
                form.reject("slug", "programmes.desk.slug-taken");
                yield form(page, programme, edition, form, HttpStatus.UNPROCESSABLE_CONTENT);
            }
            case Edited.Stale(int version) -> {
                DeskForms.stale(form, version);
                yield form(page, programme, edition, form, HttpStatus.CONFLICT);
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

    private Edition edition(Page page, UUID id) {
        Edition edition =
                editions.edition(new EditionId(id))
                        .orElseThrow(() -> new NotFound("edition " + id));
        DeskRules.require(page.viewer(), edition.programme());
        return edition;
    }

    private Map<String, String> siblings(Page page, Programme programme) {
        Map<String, String> siblings = new LinkedHashMap<>();
        editions.editions(programme.id())
                .forEach(e -> siblings.put(e.id().value().toString(), page.t(e.title())));
        return siblings;
    }

    private ModelAndView form(
            Page page,
            Programme programme,
            @Nullable Edition edition,
            Form form,
            HttpStatus status) {
        ModelAndView view =
                page.view(
                        "org/rivages/programmes/deskEditionForm",
                        "form",
                        form,
                        "programme",
                        programme,
                        "edition",
                        edition,
                        "siblings",
                        edition == null ? siblings(page, programme) : Map.of(),
                        "organisations",
                        choices.organisations(page.words()),
                        "choices",
                        choices);
        view.setStatus(status);
        return view;
    }
}
