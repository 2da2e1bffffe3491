package org.rivages.calls;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.rivages.access.Allow;
import org.rivages.access.Role;
import org.rivages.shared.NotFound;
import org.rivages.site.Form;
import org.rivages.site.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** The eligibility criteria of a call at the desk. */
@Controller
@Allow(roles = {Role.SECRETARIAT, Role.PROGRAMME_MANAGER})
class CriteriaDeskPages {
    private final CallDesk desk;
    private final EditTerms editTerms;

    CriteriaDeskPages(CallDesk desk, EditTerms editTerms) {
        this.desk = desk;
        this.editTerms = editTerms;
    }

    @GetMapping("/{lang}/desk/calls/{slug}/criteria")
    ModelAndView criteria(Page page, @PathVariable String slug) {
        CallView call = desk.call(page, slug);
        Map<String, String> kinds = new LinkedHashMap<>();
        CriterionForm.KINDS.forEach(kind -> kinds.put(kind, page.t("calls.criterion." + kind)));
        return page.view(
                "org/rivages/calls/deskCriteria",
                "card",
                desk.card(page, call),
                "terms",
                editTerms.desk(call.id()),
                "kinds",
                kinds);
    }

    @GetMapping("/{lang}/desk/calls/{slug}/criteria/new")
    ModelAndView fresh(Page page, @PathVariable String slug, Form form) {
        CallView call = desk.call(page, slug);
        return one(page, call, kind(form), form, "new");
    }

    @GetMapping("/{lang}/desk/calls/{slug}/criteria/{id}")
    ModelAndView one(Page page, @PathVariable String slug, @PathVariable String id) {
        CallView call = desk.call(page, slug);
        Criterion criterion = find(call, id);
        return one(page, call, criterion.code(), CriterionForm.fill(criterion), id);
    }

    private Criterion find(CallView call, String id) {
        return editTerms.desk(call.id()).terms().criteria().stream()
                .filter(c -> c.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFound("criterion " + id));
    }

    private static String kind(Form form) {
        String kind = form.value("kind");
        if (!CriterionForm.KINDS.contains(kind)) {
            throw new NotFound("kind of criterion");
        }
        return kind;
    }

    private ModelAndView one(Page page, CallView call, String kind, Form form, String id) {
        EditTerms.Desk terms = editTerms.desk(call.id());
        List<Field> candidates = CriterionForm.candidates(kind, terms.terms().form());
        if (form.value("field").isEmpty() && candidates.size() == 1) {
            form.with("field", candidates.getFirst().key());
        }
        Map<String, String> fields = new LinkedHashMap<>();
        candidates.forEach(field -> fields.put(field.key(), page.t(field.label())));
        Map<String, String> options = new LinkedHashMap<>();
        terms.terms()
                .form()
                .field(form.value("field"))
                .filter(candidates::contains)
                .ifPresent(field -> options(page, field).forEach(options::put));
        Map<String, String> documents = new LinkedHashMap<>();
        terms.terms()
                .form()
                .fields()
                .filter(field -> field.kind() instanceof FieldKind.Upload)
                .forEach(field -> documents.put(field.key(), page.t(field.label())));
        return page.view(
                "org/rivages/calls/deskCriterion",
                "card",
                desk.card(page, call),
                "terms",
                terms,
                "kind",
                kind,
                "form",
                form,
                "id",
                id,
                "fields",
                fields,
                "options",
                options,
                "documents",
                documents);
    }

    private static Map<String, String> options(Page page, Field field) {
        Map<String, String> options = new LinkedHashMap<>();
        switch (field.kind()) {
            case FieldKind.Choice choice ->
                    FieldRules.labels(choice)
                            .forEach((code, label) -> options.put(code, page.t(label)));
            case FieldKind.LanguageLevels asked ->
                    asked.languages()
                            .forEach(tag -> options.put(tag, page.words().languageName(tag)));
            case FieldKind.Country _ -> options.putAll(Countries.in(page.words()));
            default -> {}
        }
        return options;
    }

    @PostMapping("/{lang}/desk/calls/{slug}/criteria/{id}")
    ModelAndView save(Page page, @PathVariable String slug, @PathVariable String id, Form form) {
        CallView call = desk.call(page, slug);
        boolean fresh = id.equals("new");
        String kind = fresh ? kind(form) : find(call, id).code();
        String name = fresh ? kind + "-" + UUID.randomUUID().toString().substring(0, 8) : id;
        Optional<Criterion> read =
                CriterionForm.read(form, name, kind, editTerms.desk(call.id()).terms().form());
        if (read.isEmpty()) {
            return CallDeskPages.unprocessable(one(page, call, kind, form, id));
        }
        edit(
                page,
                call,
                form,
                criteria -> {
                    List<Criterion> changed = new ArrayList<>(criteria);
                    if (fresh) {
                        changed.add(read.get());
                    } else {
                        changed.replaceAll(c -> c.id().equals(id) ? read.get() : c);
                    }
                    return changed;
                });
        return page.redirect(CallDesk.path(call) + "/criteria", "calls.desk.saved.notice");
    }

    @PostMapping("/{lang}/desk/calls/{slug}/criteria/{id}/remove")
    ModelAndView remove(Page page, @PathVariable String slug, @PathVariable String id, Form form) {
        CallView call = desk.call(page, slug);
        edit(
                page,
                call,
                form,
                criteria -> criteria.stream().filter(c -> !c.id().equals(id)).toList());
        return page.redirect(CallDesk.path(call) + "/criteria", "calls.desk.saved.notice");
    }

    private void edit(Page page, CallView call, Form form, UnaryOperator<List<Criterion>> change) {
        editTerms.edit(
                call.id(),
                form.integer("edits", 0, Integer.MAX_VALUE).orElse(-1),
                terms ->
                        new CallTerms(
                                terms.version(),
                                terms.form(),
                                change.apply(terms.criteria()),
                                terms.selectionRule(),
                                terms.privacyNotice(),
                                terms.reason(),
                                null),
                page.viewer().person());
    }
}
