package org.rivages.applications;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rivages.access.Allow;
import org.rivages.access.Role;
import org.rivages.calls.AnswerKeys;
import org.rivages.calls.Answers;
import org.rivages.calls.CallForm;
import org.rivages.calls.CallView;
import org.rivages.calls.Calls;
import org.rivages.calls.Field;
import org.rivages.shared.Language;
import org.rivages.site.Form;
import org.rivages.site.Page;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Enters an application that came on paper: the same questions and rules, marked as what it is. */
@Controller
@Allow(roles = {Role.SECRETARIAT, Role.PROGRAMME_MANAGER})
class PaperPages {
    private final Calls calls;
    private final ApplicationActs acts;
    private final ApplicationMails mails;

    PaperPages(Calls calls, ApplicationActs acts, ApplicationMails mails) {
        this.calls = calls;
        this.acts = acts;
        this.mails = mails;
    }

    @GetMapping("/{lang}/desk/calls/{slug}/applications/paper")
    ModelAndView ask(Page page, @PathVariable String slug) {
        CallView call = DeskPages.managed(calls, page, slug);
        return show(page, call, Form.empty().with("spoken", page.language().code()));
    }

    @PostMapping("/{lang}/desk/calls/{slug}/applications/paper")
    ModelAndView enter(
            Page page, @PathVariable String slug, Form form, HttpServletRequest request) {
        CallView call = DeskPages.managed(calls, page, slug);
        List<Field> fields = calls.form(call.id()).fields().toList();
        Answers answers = CallForm.read(fields, form);
        String name =
                (answers.text(AnswerKeys.FIRST_NAME) + " " + answers.text(AnswerKeys.LAST_NAME))
                        .strip();
        if (name.isEmpty()) {
            form.reject(AnswerKeys.LAST_NAME, "site.form.required");
        }
        String email = form.email("paperEmail");
        Language language = form.choice("spoken", Language::of).orElse(page.language());
        Instant received = received(form, call, page);
        if (!form.ok()) {
            return unprocessable(show(page, call, form));
        }
        Entering entering =
                acts.enter(
                        new Entry(
                                call.id(),
                                Entry.Way.PAPER,
                                name,
                                email,
                                language,
                                received,
                                answers,
                                files(fields, request),
                                page.viewer().person()));
        String list = "/desk/calls/" + slug + "/applications";
        return switch (entering) {
            case Entering.Entered(var id, _) ->
                    page.redirect(list + "/" + id, "applications.entered.notice");
            case Entering.AlreadyThere(var id) ->
                    page.redirect(list + "/" + id, "applications.already-there.notice");
            case Entering.Refused(var problems) -> {
                problems.forEach((field, problem) -> Journey.reject(form, field, problem));
                yield unprocessable(show(page, call, form));
            }
        };
    }

    /** Noon of the day it reached the office, or now when that is today. */
    private Instant received(Form form, CallView call, Page page) {
        String text = form.requiredLine("receivedOn", 10);
        try {
            Instant noon =
                    LocalDate.parse(text)
                            .atTime(LocalTime.NOON)
                            .atZone(mails.zone(call))
                            .toInstant();
            LocalDate today = page.now().atZone(mails.zone(call)).toLocalDate();
            if (LocalDate.parse(text).isAfter(today)) {
                form.reject("receivedOn", "applications.paper.future");
            }
            return noon.isAfter(page.now()) ? page.now() : noon;
        } catch (DateTimeParseException e) {
            form.reject("receivedOn", "applications.pieces.day");
            return page.now();
        }
    }

    private static List<Entry.EnteredFile> files(List<Field> fields, HttpServletRequest request) {
        List<Entry.EnteredFile> files = new ArrayList<>();
        for (Drafts.Upload upload : ApplyPages.uploads(fields, request)) {
            try {
                files.add(
                        new Entry.EnteredFile(
                                upload.field(), upload.name(), upload.source().open()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return files;
    }

    private ModelAndView show(Page page, CallView call, Form form) {
        Map<String, String> languages = new LinkedHashMap<>();
        for (Language language : Language.values()) {
            languages.put(language.code(), language.nativeName());
        }
        return page.view(
                "org/rivages/applications/paper",
                "call",
                call,
                "callForm",
                calls.form(call.id()),
                "form",
                form,
                "languages",
                languages);
    }

    private static ModelAndView unprocessable(ModelAndView view) {
        view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }
}
