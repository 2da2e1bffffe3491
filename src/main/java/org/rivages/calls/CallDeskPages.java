package org.rivages.calls;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.rivages.access.Allow;
import org.rivages.access.Role;
import org.rivages.programmes.EditionId;
import org.rivages.programmes.EditionSummary;
import org.rivages.programmes.Programmes;
import org.rivages.shared.LocalizedText;
import org.rivages.site.Form;
import org.rivages.site.Page;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Calls at the desk: the list, a new one, its settings, and the acts that change its state. */
@Controller
@Allow(roles = {Role.SECRETARIAT, Role.PROGRAMME_MANAGER})
class CallDeskPages {
    private final CallDesk desk;
    private final Calls calls;
    private final CallActs acts;
    private final EditTerms editTerms;
    private final StandardForm standard;
    private final CallHistoryStore history;
    private final CallQuestionStore questions;
    private final Programmes programmes;
    private final CallSteps steps;

    CallDeskPages(
            CallDesk desk,
            Calls calls,
            CallActs acts,
            EditTerms editTerms,
            StandardForm standard,
            CallHistoryStore history,
            CallQuestionStore questions,
            Programmes programmes,
            CallSteps steps) {
        this.desk = desk;
        this.calls = calls;
        this.acts = acts;
        this.editTerms = editTerms;
        this.standard = standard;
        this.history = history;
        this.questions = questions;
        this.programmes = programmes;
        this.steps = steps;
    }

    @GetMapping("/{lang}/desk/calls")
    ModelAndView list(Page page) {
        List<CallSections.Task> tasks =
                calls.all().stream()
                        .filter(call -> Calls.manages(page.viewer(), call))
                        .map(call ->
                                new CallSections.Task(
                                        desk.card(page, call), questions.waiting(call.id())))
                        .toList();
        return page.view("org/rivages/calls/desk", "tasks", tasks);
    }

    // ---- a new call

    @GetMapping("/{lang}/desk/calls/new")
    ModelAndView empty(Page page, Form form) {
        return creation(page, form);
    }

    private ModelAndView creation(Page page, Form form) {
        Map<String, String> editions = new LinkedHashMap<>();
        programmes
                .editionsFor(page.viewer())
                .forEach(e ->
                        editions.put(
                                e.id().value().toString(),
                                page.t(e.programmeName()) + " – " + page.t(e.title())));
        Map<String, String> from = new LinkedHashMap<>();
        from.put("standard", page.t("calls.desk.from-standard"));
        calls.all().stream()
                .filter(call -> Calls.manages(page.viewer(), call))
                .forEach(call -> from.put(call.slug(), page.t(call.title())));
        return page.view(
                "org/rivages/calls/deskNew", "form", form, "editions", editions, "from", from);
    }

    @PostMapping("/{lang}/desk/calls/new")
    ModelAndView create(Page page, Form form) {
        EditionSummary edition =
                form.id("edition")
                        .flatMap(id -> programmes.edition(new EditionId(id)))
                        .orElse(null);
        if (edition == null) {
            form.reject("edition", "site.form.required");
        } else {
            page.viewer()
                    .require(edition.programme().value(), Role.SECRETARIAT, Role.PROGRAMME_MANAGER);
        }
        LocalizedText title = form.requiredLocalized("title", Form.LINE);
        String slug = CallSettingsForm.slug(form);
        String from = form.value("from");
        if (edition != null && form.ok()) {
            CallView call = draft(edition, slug, title, from, page);
            CallTerms terms = terms(edition, call, from, page);
            if (acts.create(call, terms, page.viewer().person())) {
                return page.redirect(
                        CallDesk.path(call) + "/settings", "calls.desk.created.notice");
            }
            form.reject("slug", "calls.desk.slug-taken");
        }
        return unprocessable(creation(page, form));
    }

    private CallView draft(
            EditionSummary edition, String slug, LocalizedText title, String from, Page page) {
        CallView last = copied(from, page);
        return new CallView(
                new CallId(UUID.randomUUID()),
                edition.programme(),
                edition.id(),
                slug,
                title,
                last == null ? LocalizedText.EMPTY : last.summary(),
                last == null ? LocalizedText.EMPTY : last.text(),
                last == null ? 0 : last.places(),
                last == null ? List.of() : last.languages(),
                null,
                null,
                null,
                last == null ? null : last.zone(),
                last == null ? 15 : last.graceMinutes(),
                last == null ? 3 : last.retentionMonths(),
                null,
                null,
                null,
                null,
                false,
                1,
                1,
                page.now());
    }

    private @org.jspecify.annotations.Nullable CallView copied(String slug, Page page) {
        return calls.call(slug).filter(call -> Calls.manages(page.viewer(), call)).orElse(null);
    }

    /** The last call's form with this edition's sessions, or the standard one. */
    private CallTerms terms(EditionSummary edition, CallView call, String from, Page page) {
        CallView last = copied(from, page);
        if (last == null) {
            return standard.terms(edition.id(), Math.max(1, call.places()), call.retentionMonths());
        }
        CallTerms terms = calls.terms(last.id());
        CallForm form = terms.form();
        for (Field field : form.fields().toList()) {
            if (field.kind() instanceof FieldKind.Commitments) {
                String section =
                        form.sections().stream()
                                .filter(s -> s.fields().contains(field))
                                .findFirst()
                                .orElseThrow()
                                .key();
                form =
                        FormEdits.put(
                                form,
                                section,
                                field.with(
                                        new FieldKind.Commitments(
                                                standard.sessions(edition.id()))));
            }
        }
        return new CallTerms(
                1,
                form,
                terms.criteria(),
                terms.selectionRule(),
                terms.privacyNotice(),
                LocalizedText.EMPTY,
                null);
    }

    // ---- one call

    @GetMapping("/{lang}/desk/calls/{slug}")
    ModelAndView one(Page page, @PathVariable String slug) {
        return one(page, desk.call(page, slug), Form.empty());
    }

    private ModelAndView one(Page page, CallView call, Form form) {
        EditTerms.Desk terms = editTerms.desk(call.id());
        CallCard card = desk.card(page, call);
        List<Reason> obstacles =
                switch (card.state()) {
                    case DRAFT -> CallChecks.obstacles(call, terms.terms(), page.now());
                    case ANNOUNCED, OPEN ->
                            terms.pending()
                                    ? editTerms.against(call.id(), terms.terms())
                                    : List.<Reason>of();
                    case CLOSED, DECIDING, DECIDED, ARCHIVED -> List.of();
                };
        return page.view(
                "org/rivages/calls/deskCall",
                "card",
                card,
                "terms",
                terms,
                "obstacles",
                obstacles,
                "missing",
                CallChecks.missingTranslations(call, terms.terms()),
                "history",
                history.of(call.id()),
                "steps",
                steps.of(page.viewer()),
                "form",
                form);
    }

    @GetMapping("/{lang}/desk/calls/{slug}/settings")
    ModelAndView settings(Page page, @PathVariable String slug) {
        CallView call = desk.call(page, slug);
        return settings(page, call, CallSettingsForm.fill(call));
    }

    private ModelAndView settings(Page page, CallView call, Form form) {
        return page.view(
                "org/rivages/calls/deskSettings",
                "card",
                desk.card(page, call),
                "form",
                form,
                "zones",
                CallSettingsForm.zones());
    }

    @PostMapping("/{lang}/desk/calls/{slug}/settings")
    ModelAndView saveSettings(Page page, @PathVariable String slug, Form form) {
        CallView call = desk.call(page, slug);
        CallView changed = CallSettingsForm.read(form, call, page.now());
        LocalizedText reason = form.localized("reason", 1000);
        if (form.ok() && CallActs.needsReason(call, changed) && reason.isEmpty()) {
            form.reject("reason.en", "calls.desk.reason-needed");
        }
        if (!changed.slug().equals(call.slug()) && calls.call(changed.slug()).isPresent()) {
            form.reject("slug", "calls.desk.slug-taken");
        }
        if (!form.ok()) {
            return unprocessable(settings(page, call, form));
        }
        acts.settings(changed, reason, page.viewer().person());
        return page.redirect(CallDesk.path(changed), "calls.desk.saved.notice");
    }

    // ---- acts

    @PostMapping("/{lang}/desk/calls/{slug}/announce")
    ModelAndView announce(Page page, @PathVariable String slug) {
        CallView call = desk.call(page, slug);
        return switch (acts.announce(call.id(), page.viewer().person())) {
            case CallActs.Announcing.Announced() ->
                    page.redirect(CallDesk.path(call), "calls.desk.announced.notice");
            case CallActs.Announcing.Refused(var because) ->
                    unprocessable(one(page, call, Form.empty()));
        };
    }

    @PostMapping("/{lang}/desk/calls/{slug}/extend")
    ModelAndView extend(Page page, @PathVariable String slug, Form form) {
        CallView call = desk.call(page, slug);
        Instant to = CallSettingsForm.moment(form, "closes", call.zone());
        if (to == null) {
            form.reject("closesDate", "site.form.required");
        }
        LocalizedText reason = form.requiredLocalized("reason", 1000);
        if (form.ok()) {
            switch (acts.extend(
                    call.id(), Objects.requireNonNull(to), reason, page.viewer().person())) {
                case CallActs.Extending.Extended() -> {
                    return page.redirect(CallDesk.path(call), "calls.desk.extended.notice");
                }
                case CallActs.Extending.NotLater() ->
                        form.reject("closesDate", "calls.desk.not-later");
            }
        }
        return unprocessable(one(page, call, form));
    }

    @PostMapping("/{lang}/desk/calls/{slug}/close")
    ModelAndView close(Page page, @PathVariable String slug, Form form) {
        CallView call = desk.call(page, slug);
        LocalizedText reason = form.localized("closeReason", 1000);
        if (reason.isEmpty()) {
            form.reject("closeReason.en", "calls.desk.reason-needed");
        }
        if (!form.ok()) {
            return unprocessable(one(page, call, form));
        }
        acts.closeEarly(call.id(), reason, page.viewer().person());
        return page.redirect(CallDesk.path(call), "calls.desk.closed.notice");
    }

    @PostMapping("/{lang}/desk/calls/{slug}/deciding")
    ModelAndView deciding(Page page, @PathVariable String slug) {
        CallView call = desk.call(page, slug);
        acts.startDeciding(call.id(), page.viewer().person());
        return page.redirect(CallDesk.path(call), "calls.desk.saved.notice");
    }

    @PostMapping("/{lang}/desk/calls/{slug}/archive")
    ModelAndView archive(Page page, @PathVariable String slug) {
        CallView call = desk.call(page, slug);
        acts.archive(call.id(), page.viewer().person());
        return page.redirect(CallDesk.path(call), "calls.desk.archived.notice");
    }

    @PostMapping("/{lang}/desk/calls/{slug}/publish")
    ModelAndView publish(Page page, @PathVariable String slug, Form form) {
        CallView call = desk.call(page, slug);
        LocalizedText reason = form.localized("termsReason", 1000);
        if (reason.isEmpty()) {
            form.reject("termsReason.en", "calls.desk.reason-needed");
        }
        if (!form.ok()) {
            return unprocessable(one(page, call, form));
        }
        return switch (editTerms.publish(call.id(), reason, page.viewer().person())) {
            case EditTerms.Publishing.Published(int version) ->
                    page.redirect(CallDesk.path(call), "calls.desk.published.notice");
            case EditTerms.Publishing.Refused(var because) -> unprocessable(one(page, call, form));
        };
    }

    @PostMapping("/{lang}/desk/calls/{slug}/discard")
    ModelAndView discard(Page page, @PathVariable String slug) {
        CallView call = desk.call(page, slug);
        editTerms.discard(call.id(), page.viewer().person());
        return page.redirect(CallDesk.path(call), "calls.desk.discarded.notice");
    }

    static ModelAndView unprocessable(ModelAndView view) {
        view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }
}
