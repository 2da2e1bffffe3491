package org.rivages.calls;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.rivages.access.Allow;
import org.rivages.access.Role;
import org.rivages.shared.LocalizedText;
import org.rivages.shared.NotFound;
import org.rivages.site.Form;
import org.rivages.site.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** The form builder and the texts that belong to it. Every edit goes to the working copy. */
@Controller
@Allow(roles = {Role.SECRETARIAT, Role.PROGRAMME_MANAGER})
class TermsDeskPages {
    private final CallDesk desk;
    private final EditTerms editTerms;
    private final StandardForm standard;

    TermsDeskPages(CallDesk desk, EditTerms editTerms, StandardForm standard) {
        this.desk = desk;
        this.editTerms = editTerms;
        this.standard = standard;
    }

    private ModelAndView view(Page page, String template, CallView call, Object... params) {
        ModelAndView view = page.view("org/rivages/calls/" + template, params);
        view.addObject("card", desk.card(page, call));
        view.addObject("terms", editTerms.desk(call.id()));
        return view;
    }

    private void edit(Page page, CallView call, Form form, UnaryOperator<CallTerms> change) {
        editTerms.edit(
                call.id(),
                form.integer("edits", 0, Integer.MAX_VALUE).orElse(-1),
                change,
                page.viewer().person());
    }

    private void editForm(Page page, CallView call, Form form, UnaryOperator<CallForm> change) {
        edit(
                page,
                call,
                form,
                terms ->
                        new CallTerms(
                                terms.version(),
                                change.apply(terms.form()),
                                terms.criteria(),
                                terms.selectionRule(),
                                terms.privacyNotice(),
                                terms.reason(),
                                null));
    }

    // ---- the form

    @GetMapping("/{lang}/desk/calls/{slug}/form")
    ModelAndView form(Page page, @PathVariable String slug) {
        CallView call = desk.call(page, slug);
        Map<String, String> kinds = new LinkedHashMap<>();
        FieldForm.KINDS.forEach(kind -> kinds.put(kind, page.t("calls.kind." + kind)));
        return view(page, "deskForm", call, "kinds", kinds);
    }

    @GetMapping("/{lang}/desk/calls/{slug}/form/preview")
    ModelAndView preview(Page page, @PathVariable String slug) {
        return view(page, "deskPreview", desk.call(page, slug));
    }

    /** One small act on the form: {@code up}, {@code down}, {@code remove} a field or a section. */
    @PostMapping("/{lang}/desk/calls/{slug}/form")
    ModelAndView act(Page page, @PathVariable String slug, Form form) {
        CallView call = desk.call(page, slug);
        String key = form.value("key");
        editForm(
                page,
                call,
                form,
                whole ->
                        switch (form.value("act")) {
                            case "up" -> FormEdits.move(whole, key, -1);
                            case "down" -> FormEdits.move(whole, key, 1);
                            case "remove" -> FormEdits.remove(whole, key);
                            case "section-up" -> FormEdits.moveSection(whole, key, -1);
                            case "section-down" -> FormEdits.moveSection(whole, key, 1);
                            case "section-remove" -> FormEdits.removeSection(whole, key);
                            default -> throw new NotFound("act");
                        });
        return page.redirect(CallDesk.path(call) + "/form", "calls.desk.saved.notice");
    }

    // ---- one field

    @GetMapping("/{lang}/desk/calls/{slug}/form/fields/new")
    ModelAndView newField(Page page, @PathVariable String slug, Form form) {
        CallView call = desk.call(page, slug);
        FieldKind kind = FieldForm.fresh(form.value("kind"), standard.sessions(call.edition()));
        Field blank =
                new Field("", LocalizedText.EMPTY, LocalizedText.EMPTY, true, null, false, kind);
        return field(page, call, kind, FieldForm.fill(blank, form.value("section")), "");
    }

    @GetMapping("/{lang}/desk/calls/{slug}/form/fields/{key}")
    ModelAndView field(Page page, @PathVariable String slug, @PathVariable String key) {
        CallView call = desk.call(page, slug);
        CallForm whole = editTerms.desk(call.id()).terms().form();
        Field field = whole.field(key).orElseThrow(() -> new NotFound("field " + key));
        return field(page, call, field.kind(), FieldForm.fill(field, sectionOf(whole, key)), key);
    }

    private static String sectionOf(CallForm form, String key) {
        return form.sections().stream()
                .filter(s -> s.fields().stream().anyMatch(f -> f.key().equals(key)))
                .map(FormSection::key)
                .findFirst()
                .orElse("");
    }

    private ModelAndView field(Page page, CallView call, FieldKind kind, Form form, String key) {
        CallForm whole = editTerms.desk(call.id()).terms().form();
        Map<String, String> sections = new LinkedHashMap<>();
        whole.sections().forEach(s -> sections.put(s.key(), page.t(s.title())));
        Map<String, String> conditions = new LinkedHashMap<>();
        whole.fields()
                .filter(f -> !f.key().equals(key))
                .filter(f ->
                        f.kind() instanceof FieldKind.Choice
                                || f.kind() instanceof FieldKind.Consent
                                || f.kind() instanceof FieldKind.Country)
                .forEach(f -> conditions.put(f.key(), page.t(f.label())));
        return view(
                page,
                "deskField",
                call,
                "kind",
                kind,
                "form",
                form,
                "key",
                key,
                "sections",
                sections,
                "conditions",
                conditions);
    }

    @PostMapping("/{lang}/desk/calls/{slug}/form/fields/new")
    ModelAndView addField(Page page, @PathVariable String slug, Form form) {
        CallView call = desk.call(page, slug);
        FieldKind kind = FieldForm.fresh(form.value("kind"), standard.sessions(call.edition()));
        return saveField(page, call, kind, form, null);
    }

    @PostMapping("/{lang}/desk/calls/{slug}/form/fields/{key}")
    ModelAndView saveField(
            Page page, @PathVariable String slug, @PathVariable String key, Form form) {
        CallView call = desk.call(page, slug);
        Field before =
                editTerms
                        .desk(call.id())
                        .terms()
                        .form()
                        .field(key)
                        .orElseThrow(() -> new NotFound("field " + key));
        return saveField(page, call, before.kind(), form, key);
    }

    private ModelAndView saveField(
            Page page,
            CallView call,
            FieldKind kind,
            Form form,
            @org.jspecify.annotations.Nullable String key) {
        CallForm whole = editTerms.desk(call.id()).terms().form();
        Field field = FieldForm.read(form, key, kind, whole, standard.sessions(call.edition()));
        String section = form.value("section");
        if (whole.section(section).isEmpty()) {
            form.reject("section", "site.form.choice");
        }
        if (!form.ok()) {
            return CallDeskPages.unprocessable(
                    field(page, call, kind, form, Objects.requireNonNullElse(key, "")));
        }
        editForm(page, call, form, old -> FormEdits.put(old, section, field));
        return page.redirect(CallDesk.path(call) + "/form", "calls.desk.saved.notice");
    }

    // ---- one section

    @GetMapping("/{lang}/desk/calls/{slug}/form/sections/{key}")
    ModelAndView section(Page page, @PathVariable String slug, @PathVariable String key) {
        CallView call = desk.call(page, slug);
        Form form = Form.empty();
        if (!key.equals("new")) {
            FormSection section =
                    editTerms
                            .desk(call.id())
                            .terms()
                            .form()
                            .section(key)
                            .orElseThrow(() -> new NotFound("section " + key));
            form.with("title", section.title()).with("help", section.help());
        }
        return view(page, "deskSection", call, "form", form, "key", key);
    }

    @PostMapping("/{lang}/desk/calls/{slug}/form/sections/{key}")
    ModelAndView saveSection(
            Page page, @PathVariable String slug, @PathVariable String key, Form form) {
        CallView call = desk.call(page, slug);
        CallForm whole = editTerms.desk(call.id()).terms().form();
        boolean fresh = key.equals("new");
        String name = fresh ? form.requiredLine("key", 40) : key;
        if (fresh && !name.isEmpty() && (!name.matches("[a-z][a-z0-9-]*") || name.equals("new"))) {
            form.reject("key", "calls.desk.section.key-form");
        } else if (fresh && whole.section(name).isPresent()) {
            form.reject("key", "calls.desk.field.key-taken");
        }
        LocalizedText title = form.requiredLocalized("title", Form.LINE);
        LocalizedText help = form.localized("help", 1000);
        if (!form.ok()) {
            return CallDeskPages.unprocessable(
                    view(page, "deskSection", call, "form", form, "key", key));
        }
        List<Field> fields = whole.section(name).map(FormSection::fields).orElseGet(ArrayList::new);
        editForm(
                page,
                call,
                form,
                old -> FormEdits.putSection(old, new FormSection(name, title, help, fields)));
        return page.redirect(CallDesk.path(call) + "/form", "calls.desk.saved.notice");
    }

    // ---- selection rule and privacy notice

    @GetMapping("/{lang}/desk/calls/{slug}/texts")
    ModelAndView texts(Page page, @PathVariable String slug) {
        CallView call = desk.call(page, slug);
        CallTerms terms = editTerms.desk(call.id()).terms();
        return view(
                page,
                "deskTexts",
                call,
                "form",
                Form.empty()
                        .with("selectionRule", terms.selectionRule())
                        .with("privacyNotice", terms.privacyNotice()));
    }

    @PostMapping("/{lang}/desk/calls/{slug}/texts")
    ModelAndView saveTexts(Page page, @PathVariable String slug, Form form) {
        CallView call = desk.call(page, slug);
        LocalizedText rule = form.requiredLocalized("selectionRule", 10_000);
        LocalizedText privacy = form.requiredLocalized("privacyNotice", 10_000);
        if (!form.ok()) {
            return CallDeskPages.unprocessable(view(page, "deskTexts", call, "form", form));
        }
        edit(
                page,
                call,
                form,
                terms ->
                        new CallTerms(
                                terms.version(),
                                terms.form(),
                                terms.criteria(),
                                rule,
                                privacy,
                                terms.reason(),
                                null));
        return page.redirect(CallDesk.path(call), "calls.desk.saved.notice");
    }
}
