package org.rivages.thesaurus;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rivages.access.Allow;
import org.rivages.access.Role;
import org.rivages.audit.ActorNames;
import org.rivages.directory.Themes;
import org.rivages.search.IndexProgress;
import org.rivages.search.Thesaurus.Concept;
import org.rivages.shared.NotFound;
import org.rivages.site.DeskEntry;
import org.rivages.site.Form;
import org.rivages.site.Page;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** The secretariat keeps the words of the themes. */
@Controller
@Allow(roles = Role.SECRETARIAT)
class ThesaurusPages {
    private static final String PATH = "/desk/thesaurus";
    private static final int DESK_ORDER = 90;
    private static final int REASON = 300;
    private static final int GOALS = 17;

    private final ConceptStore store;
    private final Records records;
    private final IndexProgress progress;
    private final List<ActorNames> names;

    ThesaurusPages(
            ConceptStore store, Records records, IndexProgress progress, List<ActorNames> names) {
        this.store = store;
        this.records = records;
        this.progress = progress;
        this.names = names;
    }

    @Bean
    static DeskEntry thesaurusDeskEntry() {
        return new DeskEntry(PATH, "thesaurus.title", DESK_ORDER, Set.of(Role.SECRETARIAT));
    }

    @GetMapping("/{lang}/desk/thesaurus")
    ModelAndView list(Page page, Form form) {
        String text = form.line("q", Form.LINE).toLowerCase(Locale.ROOT);
        List<ConceptRow> rows =
                store.all().stream()
                        .filter(kept -> text.isEmpty() || names(kept.concept(), text))
                        .map(kept -> ConceptRow.of(kept, page))
                        .sorted(ConceptRow.order(page))
                        .toList();
        ModelAndView view =
                page.view(
                        "org/rivages/thesaurus/desk",
                        "form",
                        form,
                        "rows",
                        rows.stream().filter(row -> !row.removed()).toList(),
                        "removed",
                        rows.stream().filter(ConceptRow::removed).toList(),
                        "index",
                        progress.now());
        if (!form.ok()) {
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return view;
    }

    private static boolean names(Concept concept, String text) {
        return concept.code().contains(text)
                || concept.labels().values().stream()
                        .flatMap(List::stream)
                        .anyMatch(label -> label.toLowerCase(Locale.ROOT).contains(text));
    }

    @GetMapping("/{lang}/desk/thesaurus/new")
    ModelAndView fresh(Page page) {
        return edit(page, null, Form.empty(), HttpStatus.OK);
    }

    @PostMapping("/{lang}/desk/thesaurus/new")
    ModelAndView add(Page page, Form form) {
        Concept typed = ConceptForm.read(form, ConceptForm.code(form));
        String reason = form.line("reason", REASON);
        if (!form.ok()) {
            return edit(page, null, form, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return after(page, form, records.add(typed, page.viewer().person(), reason));
    }

    @GetMapping("/{lang}/desk/thesaurus/{code}")
    ModelAndView show(Page page, @PathVariable String code) {
        Kept kept = require(code);
        return edit(page, kept, ConceptForm.fill(kept), HttpStatus.OK);
    }

    @PostMapping("/{lang}/desk/thesaurus/{code}")
    ModelAndView save(Page page, @PathVariable String code, Form form) {
        Kept kept = require(code);
        Concept typed = ConceptForm.read(form, code);
        String reason = form.line("reason", REASON);
        int from = form.requiredInteger("version", 1, Integer.MAX_VALUE);
        if (!form.ok()) {
            return edit(page, kept, form, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return after(page, form, records.edit(typed, from, page.viewer().person(), reason));
    }

    @PostMapping("/{lang}/desk/thesaurus/{code}/remove")
    ModelAndView remove(Page page, @PathVariable String code) {
        records.remove(code, true, page.viewer().person(), "");
        return page.redirect(PATH + "/" + code, "thesaurus.removed.notice");
    }

    @PostMapping("/{lang}/desk/thesaurus/{code}/restore")
    ModelAndView restore(Page page, @PathVariable String code) {
        records.remove(code, false, page.viewer().person(), "");
        return page.redirect(PATH + "/" + code, "thesaurus.restored.notice");
    }

    private ModelAndView after(Page page, Form form, Saving saving) {
        return switch (saving) {
            case Saving.Saved saved ->
                    page.redirect(PATH + "/" + saved.code(), "thesaurus.saved.notice");
            case Saving.CodeTaken taken -> {
                form.reject("code", "thesaurus.problem.taken");
                yield edit(page, null, form, HttpStatus.UNPROCESSABLE_CONTENT);
            }
            case Saving.Full full -> {
                form.reject("code", "thesaurus.problem.full");
                yield edit(page, null, form, HttpStatus.UNPROCESSABLE_CONTENT);
            }
            case Saving.Overtaken overtaken -> {
                form.with("version", overtaken.now().version());
                ModelAndView view = edit(page, overtaken.now(), form, HttpStatus.CONFLICT);
                view.addObject("overtaken", true);
                yield view;
            }
        };
    }

    private ModelAndView edit(Page page, @Nullable Kept kept, Form form, HttpStatus status) {
        List<ConceptVersion> versions = kept == null ? List.of() : store.versions(kept);
        Map<String, String> themes = new LinkedHashMap<>();
        Themes.CODES.forEach(code -> themes.put(code, page.t(Themes.key(code))));
        Map<String, String> goals = new LinkedHashMap<>();
        for (int goal = 1; goal <= GOALS; goal++) {
            goals.put(String.valueOf(goal), page.t(Themes.sdgKey(goal)));
        }
        ModelAndView view =
                page.view(
                        "org/rivages/thesaurus/deskConcept",
                        "form",
                        form,
                        "row",
                        kept == null ? null : ConceptRow.of(kept, page),
                        "themes",
                        themes,
                        "goals",
                        goals,
                        "versions",
                        versions,
                        "authors",
                        authors(versions));
        view.setStatus(status);
        return view;
    }

    private Map<UUID, String> authors(List<ConceptVersion> versions) {
        Set<UUID> people =
                versions.stream()
                        .map(ConceptVersion::author)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet());
        Map<UUID, String> found = new HashMap<>();
        names.forEach(source -> found.putAll(source.names(people)));
        return found;
    }

    private Kept require(String code) {
        return store.byCode(code).orElseThrow(() -> new NotFound("concept"));
    }
}
