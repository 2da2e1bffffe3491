package org.rivages.library;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rivages.access.Allow;
import org.rivages.access.Role;
import org.rivages.audit.ActorNames;
import org.rivages.directory.Directory;
import org.rivages.directory.Themes;
import org.rivages.programmes.DeskChoices;
import org.rivages.programmes.EditionSummary;
import org.rivages.programmes.Programmes;
import org.rivages.programmes.SessionSummary;
import org.rivages.shared.NotFound;
import org.rivages.site.Form;
import org.rivages.site.Page;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** An entry at the desk: written, reviewed, published, confirmed. */
@Controller
@Allow(roles = {Role.SECRETARIAT, Role.PROGRAMME_MANAGER})
public class LibraryDesk {
    private static final String PATH = "/desk/library";

    private final EntryStore entries;
    private final ReviewTrail reviews;
    private final EditLibrary edit;
    private final LibraryForms forms;
    private final LibraryRules rules;
    private final DeskChoices choices;
    private final Directory directory;
    private final Programmes programmes;
    private final List<ActorNames> names;

    LibraryDesk(
            EntryStore entries,
            ReviewTrail reviews,
            EditLibrary edit,
            LibraryForms forms,
            LibraryRules rules,
            DeskChoices choices,
            Directory directory,
            Programmes programmes,
            List<ActorNames> names) {
        this.entries = entries;
        this.reviews = reviews;
        this.edit = edit;
        this.forms = forms;
        this.rules = rules;
        this.choices = choices;
        this.directory = directory;
        this.programmes = programmes;
        this.names = names;
    }

    /**
     * What the form offers to choose from.
     *
     * @param rows for those who reused it
     */
    public record Choices(
            Map<String, String> organisations,
            Map<String, String> sessions,
            Map<String, String> languages,
            Map<String, String> themes,
            Map<String, String> goals,
            int rows) {}

    @GetMapping("/{lang}/desk/library/new")
    ModelAndView blank(Page page, Form form) {
        return form(page, kind(form), null, form, HttpStatus.OK);
    }

    @PostMapping("/{lang}/desk/library/new")
    ModelAndView create(Page page, Form form) {
        EntryKind kind = kind(form);
        EntryContent content = forms.content(form, kind, page.viewer(), null);
        if (!form.ok()) {
            return form(page, kind, null, form, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return answer(page, kind, null, form, edit.create(content, page.viewer().person()));
    }

    private static EntryKind kind(Form form) {
        return EntryKind.of(form.value("kind")).orElseThrow(() -> new NotFound("kind of entry"));
    }

    @GetMapping("/{lang}/desk/library/{id}")
    ModelAndView show(Page page, @PathVariable UUID id) {
        Entry entry = entry(page, id);
        return form(page, entry.kind(), entry, LibraryForms.of(entry), HttpStatus.OK);
    }

    @PostMapping("/{lang}/desk/library/{id}")
    ModelAndView save(Page page, Form form, @PathVariable UUID id) {
        Entry entry = entry(page, id);
        LibraryRules.require(rules.writes(page.viewer(), entry));
        EntryContent content = forms.content(form, entry.kind(), page.viewer(), entry);
        if (!form.ok()) {
            return form(page, entry.kind(), entry, form, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return answer(
                page,
                entry.kind(),
                entry,
                form,
                edit.save(entry.id(), LibraryForms.version(form), content, page.viewer().person()));
    }

    private ModelAndView answer(
            Page page, EntryKind kind, @Nullable Entry entry, Form form, Edited edited) {
        return switch (edited) {
            case Edited.Saved(EntryId id) -> page.redirect(PATH + "/" + id, "library.saved.notice");
            case Edited.SlugTaken taken -> {
                form.reject("slug", "programmes.desk.slug-taken");
                yield form(page, kind, entry, form, HttpStatus.UNPROCESSABLE_CONTENT);
            }
            case Edited.Stale(int version) -> {
                form.with("version", version);
                form.reject("title.en", "library.problem.stale");
                yield form(page, kind, entry, form, HttpStatus.CONFLICT);
            }
        };
    }

    @PostMapping("/{lang}/desk/library/{id}/steps")
    ModelAndView step(Page page, Form form, @PathVariable UUID id) {
        Entry entry = entry(page, id);
        LibraryForms.Asked asked = LibraryForms.step(form, LibrarySections.today(page));
        StepKind kind = asked.kind();
        if (kind == null || !form.ok()) {
            return refused(page, entry, form, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        LibraryRules.require(
                rules.publishes(page.viewer(), entry)
                        || (kind.isForWriters() && rules.writes(page.viewer(), entry)));
        return switch (edit.step(
                entry.id(), kind, asked.comment(), asked.day(), page.viewer().person())) {
            case Stepped.Taken taken -> done(page, entry, kind);
            case Stepped.Already already -> done(page, entry, kind);
            case Stepped.NothingWritten nothing -> {
                form.reject("step", "library.problem.nothing-written");
                yield refused(page, entry, form, HttpStatus.UNPROCESSABLE_CONTENT);
            }
            case Stepped.NotFromHere(EntryState now) -> {
                form.reject(
                        "step",
                        "library.problem.not-from-here",
                        "state",
                        page.t("library.state." + now.code()));
                yield refused(page, entry(page, id), form, HttpStatus.CONFLICT);
            }
        };
    }

    private static ModelAndView done(Page page, Entry entry, StepKind kind) {
        return page.redirect(PATH + "/" + entry.id(), "library.done." + kind.code() + ".notice");
    }

    /** The entry as it stands, with the step that was asked for and what is wrong with it. */
    private ModelAndView refused(Page page, Entry entry, Form step, HttpStatus status) {
        ModelAndView view = form(page, entry.kind(), entry, LibraryForms.of(entry), status);
        view.addObject("step", step);
        return view;
    }

    private Entry entry(Page page, UUID id) {
        Entry entry = entries.entry(new EntryId(id)).orElseThrow(() -> new NotFound("entry " + id));
        LibraryRules.require(rules.reads(page.viewer(), entry));
        return entry;
    }

    private ModelAndView form(
            Page page, EntryKind kind, @Nullable Entry entry, Form form, HttpStatus status) {
        List<EntryStep> trail = entry == null ? List.of() : reviews.of(entry.id());
        ModelAndView view =
                page.view(
                        "org/rivages/library/deskEntry",
                        "form",
                        form,
                        "kind",
                        kind,
                        "entry",
                        entry,
                        "choices",
                        choices(page, entry),
                        "writes",
                        entry == null || rules.writes(page.viewer(), entry),
                        "steps",
                        entry == null ? List.of() : steps(page, entry),
                        "step",
                        Form.empty().with("day", LibrarySections.today(page)),
                        "trail",
                        trail,
                        "people",
                        people(trail));
        view.setStatus(status);
        return view;
    }

    private List<StepKind> steps(Page page, Entry entry) {
        boolean publishes = rules.publishes(page.viewer(), entry);
        boolean writes = rules.writes(page.viewer(), entry);
        return entry.state().steps().stream()
                .filter(kind -> publishes || (kind.isForWriters() && writes))
                .toList();
    }

    private Choices choices(Page page, @Nullable Entry entry) {
        Map<String, String> goals = new LinkedHashMap<>();
        for (int goal = 1; goal <= LibraryForms.GOALS.size(); goal++) {
            goals.put(String.valueOf(goal), page.t(Themes.sdgKey(goal)));
        }
        return new Choices(
                organisations(page, entry),
                sessions(page, entry),
                choices.languages(page.words()),
                choices.themes(page.words()),
                goals,
                LibraryForms.rows(entry));
    }

    /** Those that can be chosen, and those that stand in the entry though they were archived. */
    private Map<String, String> organisations(Page page, @Nullable Entry entry) {
        Map<String, String> all = new LinkedHashMap<>(choices.organisations(page.words()));
        if (entry != null) {
            directory
                    .organisations(entry.content().named())
                    .forEach((id, one) ->
                            all.putIfAbsent(id.toString(), one.label(page.language())));
        }
        return all;
    }

    /** Those of programmes that this person runs, and the one that stands in the entry. */
    private Map<String, String> sessions(Page page, @Nullable Entry entry) {
        Map<String, String> sessions = new LinkedHashMap<>();
        for (EditionSummary edition : programmes.editionsFor(page.viewer())) {
            programmes.sessions(edition.id()).forEach(session -> add(page, sessions, session));
        }
        if (entry != null && entry.content().session() != null) {
            programmes
                    .session(entry.content().session())
                    .ifPresent(session -> add(page, sessions, session));
        }
        return sessions;
    }

    private void add(Page page, Map<String, String> sessions, SessionSummary session) {
        String edition =
                programmes.edition(session.edition()).map(one -> page.t(one.title())).orElse("");
        sessions.putIfAbsent(
                session.id().value().toString(),
                page.t(
                        "library.desk.session-of",
                        "session",
                        page.t(session.title()),
                        "edition",
                        edition));
    }

    private Map<UUID, String> people(List<EntryStep> trail) {
        Set<UUID> people =
                trail.stream()
                        .map(EntryStep::by)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet());
        Map<UUID, String> found = new HashMap<>();
        names.forEach(source -> found.putAll(source.names(people)));
        return found;
    }
}
