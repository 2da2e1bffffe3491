package org.rivages.applications;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.rivages.access.Allow;
import org.rivages.access.NotAllowed;
import org.rivages.access.Role;
import org.rivages.calls.CallSteps;
import org.rivages.calls.CallView;
import org.rivages.calls.Calls;
import org.rivages.calls.Field;
import org.rivages.calls.FieldKind;
import org.rivages.shared.Language;
import org.rivages.shared.NotFound;
import org.rivages.site.Form;
import org.rivages.site.Page;
import org.rivages.site.Paging;
import org.springframework.http.ContentDisposition;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** The secretariat's list of a call's applications: find, export, remind. Never a sealed answer. */
@Controller
@Allow(roles = {Role.SECRETARIAT, Role.PROGRAMME_MANAGER})
class DeskPages {
    private static final int ON_A_PAGE = 50;

    private final Calls calls;
    private final ApplicationStore store;
    private final ScreeningStore screening;
    private final ApplicationActs acts;
    private final ApplicationMails mails;
    private final CallSteps steps;

    DeskPages(
            Calls calls,
            ApplicationStore store,
            ScreeningStore screening,
            ApplicationActs acts,
            ApplicationMails mails,
            CallSteps steps) {
        this.calls = calls;
        this.store = store;
        this.screening = screening;
        this.acts = acts;
        this.mails = mails;
        this.steps = steps;
    }

    /** The call, if this reader runs it. */
    static CallView managed(Calls calls, Page page, String slug) {
        CallView call = calls.call(slug).orElseThrow(() -> new NotFound("call " + slug));
        if (!Calls.manages(page.viewer(), call)) {
            throw new NotAllowed();
        }
        return call;
    }

    @GetMapping("/{lang}/desk/applications")
    ModelAndView calls(Page page) {
        List<CountedCall> counted =
                calls.all().stream()
                        .filter(call -> Calls.manages(page.viewer(), call))
                        .map(call -> new CountedCall(call, counts(store.lines(call.id()))))
                        .filter(one -> !one.states().isEmpty() || one.call().accepts(page.now()))
                        .toList();
        return page.view("org/rivages/applications/deskCalls", "calls", counted);
    }

    @GetMapping("/{lang}/desk/calls/{slug}/applications")
    ModelAndView list(Page page, @PathVariable String slug, Form form) {
        CallView call = managed(calls, page, slug);
        DeskFilter filter = DeskFilter.of(form);
        List<DeskLine> all = store.lines(call.id());
        List<DeskLine> found = filter.apply(all);
        Paging paging = Paging.of(form.value("page"), found.size(), ON_A_PAGE);
        return page.view(
                "org/rivages/applications/deskList",
                "call",
                call,
                "steps",
                steps.of(page.viewer()),
                "filter",
                filter,
                "counts",
                counts(all),
                "countries",
                countries(page, all),
                "total",
                found.size(),
                "lines",
                found.subList(
                        paging.offset(), Math.min(found.size(), paging.offset() + paging.size())),
                "paging",
                paging,
                "professions",
                professions(page, call));
    }

    /** State → how many, in the order of the states. */
    static Map<String, Integer> counts(List<DeskLine> lines) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (ApplicationState state : ApplicationState.values()) {
            int n = (int) lines.stream().filter(line -> line.summary().state() == state).count();
            if (n > 0) {
                counts.put(state.code(), n);
            }
        }
        return counts;
    }

    private static Map<String, String> countries(Page page, List<DeskLine> lines) {
        Map<String, String> byName = new TreeMap<>();
        lines.stream()
                .map(line -> line.summary().country())
                .filter(code -> !code.isEmpty())
                .forEach(code -> byName.put(page.words().country(code), code));
        Map<String, String> byCode = new LinkedHashMap<>();
        byName.forEach((name, code) -> byCode.put(code, name));
        return byCode;
    }

    /** Code → words of the choice, for the column. */
    Map<String, String> professions(Page page, CallView call) {
        Map<String, String> words = new LinkedHashMap<>();
        calls.form(call.id())
                .field(org.rivages.calls.AnswerKeys.PROFESSION)
                .map(Field::kind)
                .filter(FieldKind.Choice.class::isInstance)
                .map(FieldKind.Choice.class::cast)
                .ifPresent(choice ->
                        choice.options()
                                .forEach(option ->
                                        words.put(option.code(), page.t(option.label()))));
        return words;
    }

    // ---- export

    @GetMapping("/{lang}/desk/calls/{slug}/applications.{suffix:csv|xlsx}")
    ResponseEntity<byte[]> export(
            Page page, @PathVariable String slug, @PathVariable String suffix, Form form) {
        CallView call = managed(calls, page, slug);
        List<DeskLine> found = DeskFilter.of(form).apply(store.lines(call.id()));
        Sheet sheet = sheet(page, call, found);
        boolean csv = suffix.equals("csv");
        return ResponseEntity.ok()
                .header(
                        "Content-Type",
                        csv
                                ? "text/csv;charset=UTF-8"
                                : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
                .header(
                        "Content-Disposition",
                        ContentDisposition.attachment()
                                .filename(
                                        "applications-" + slug + "." + suffix,
                                        StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("Cache-Control", "private, no-store")
                .body(
                        csv
                                ? sheet.csv()
                                : sheet.xlsx(slug.length() > 30 ? slug.substring(0, 30) : slug));
    }

    private Sheet sheet(Page page, CallView call, List<DeskLine> lines) {
        List<Field> fields =
                calls.form(call.id())
                        .fields()
                        .filter(Reading.OPEN)
                        .filter(field -> !(field.kind() instanceof FieldKind.Upload))
                        .toList();
        List<String> columns = new ArrayList<>();
        for (String column :
                List.of(
                        "number",
                        "state",
                        "name",
                        "email",
                        "language",
                        "received",
                        "criteria",
                        "missing",
                        "channel")) {
            columns.add(page.t("applications.column." + column));
        }
        fields.forEach(field -> columns.add(page.t(field.label())));
        Map<ApplicationId, ApplicationStore.Sent> sent = new LinkedHashMap<>();
        store.allSent(call.id(), List.of(ApplicationState.values()))
                .forEach(one -> sent.put(one.id(), one));
        Reading reading = new Reading(page.words(), Map.of());
        return new Sheet(
                columns,
                lines.stream().map(line -> row(page, call, line, fields, sent, reading)).toList());
    }

    private List<String> row(
            Page page,
            CallView call,
            DeskLine line,
            List<Field> fields,
            Map<ApplicationId, ApplicationStore.Sent> sent,
            Reading reading) {
        ApplicationSummary one = line.summary();
        List<String> row = new ArrayList<>();
        row.add(one.number());
        row.add(page.t("applications.state." + one.state().code()));
        row.add(one.name());
        row.add(one.email());
        row.add(one.language().code());
        row.add(
                one.submittedAt() == null
                        ? ""
                        : mails.moment(page.words(), one.submittedAt(), call));
        row.add(page.t("applications.outcome." + line.criteria()));
        row.add(String.valueOf(line.missing()));
        row.add(page.t("applications.channel." + line.channel()));
        ApplicationStore.Sent answers = sent.get(one.id());
        for (Field field : fields) {
            row.add(
                    answers == null
                            ? ""
                            : String.join("; ", reading.lines(field, answers.answers())));
        }
        return row;
    }

    // ---- reminding

    @GetMapping("/{lang}/desk/calls/{slug}/applications/remind")
    ModelAndView askRemind(Page page, @PathVariable String slug) {
        CallView call = managed(calls, page, slug);
        List<ApplicationSummary> drafts =
                store.summaries(call.id(), List.of(ApplicationState.DRAFT)).stream()
                        .filter(one -> !one.email().isEmpty())
                        .toList();
        Map<Language, LetterPreview> previews = new LinkedHashMap<>();
        for (Language language : Language.values()) {
            if (drafts.stream().anyMatch(one -> one.language() == language)) {
                previews.put(language, mails.reminderPreview(call, language, 2));
            }
        }
        return page.view(
                "org/rivages/applications/remind",
                "call",
                call,
                "drafts",
                drafts,
                "previews",
                previews,
                "last",
                screening
                        .lastReminder(call.id())
                        .map(at -> mails.moment(page.words(), at, call))
                        .orElse(""),
                "accepts",
                call.accepts(page.now()),
                "round",
                UUID.randomUUID().toString());
    }

    @PostMapping("/{lang}/desk/calls/{slug}/applications/remind")
    ModelAndView remind(Page page, @PathVariable String slug, Form form) {
        CallView call = managed(calls, page, slug);
        UUID round = form.id("round").orElseThrow(() -> new NotFound("round"));
        acts.remind(call.id(), round, page.viewer().person());
        return page.redirect(
                "/desk/calls/" + slug + "/applications", "applications.reminded.notice");
    }
}
