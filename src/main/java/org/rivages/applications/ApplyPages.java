package org.rivages.applications;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rivages.access.Allow;
import org.rivages.calls.CallForm;
import org.rivages.calls.CallTerms;
import org.rivages.calls.CallView;
import org.rivages.calls.Calls;
import org.rivages.calls.Field;
import org.rivages.calls.Field.Strictness;
import org.rivages.calls.FieldKind;
import org.rivages.calls.FormSection;
import org.rivages.shared.Conflict;
import org.rivages.shared.Language;
import org.rivages.shared.NotFound;
import org.rivages.site.Form;
import org.rivages.site.Form.Problem;
import org.rivages.site.Page;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.WebUtils;

/**
 * Filling in an application, section by section. A GET writes nothing; the first save begins it.
 */
@Controller
@Allow(Allow.Who.SIGNED_IN)
class ApplyPages {
    private final Calls calls;
    private final ApplicationStore store;
    private final UploadStore documents;
    private final Drafts drafts;
    private final Journey journey;

    ApplyPages(
            Calls calls,
            ApplicationStore store,
            UploadStore documents,
            Drafts drafts,
            Journey journey) {
        this.calls = calls;
        this.store = store;
        this.documents = documents;
        this.drafts = drafts;
        this.journey = journey;
    }

    /** Where this person stands with this call. */
    @GetMapping("/{lang}/calls/{slug}/apply")
    ModelAndView enter(Page page, @PathVariable String slug) {
        CallView call = calls.published(slug);
        Optional<Application> application = own(page, call);
        if (application.isPresent() && application.get().state() != ApplicationState.DRAFT) {
            return page.redirect(call.path() + "/application");
        }
        if (application.isEmpty() && !call.accepts(page.now())) {
            return page.view("org/rivages/applications/not-open", "call", call);
        }
        CallForm form = calls.terms(call.id()).form();
        if (form.sections().isEmpty()) {
            throw new NotFound("form of call " + slug);
        }
        String open =
                application.isEmpty()
                        ? form.sections().getFirst().key()
                        : Journey.firstOpen(form, application.get().answers());
        return page.redirect(
                open == null ? call.path() + "/application/check" : call.path() + "/apply/" + open);
    }

    @GetMapping("/{lang}/calls/{slug}/apply/{section}")
    ModelAndView step(
            Page page, @PathVariable String slug, @PathVariable String section, Form asked) {
        CallView call = calls.published(slug);
        Optional<Application> application = own(page, call);
        if (application.isEmpty() && !call.accepts(page.now())) {
            return page.view("org/rivages/applications/not-open", "call", call);
        }
        if (application.isPresent() && !editable(page, call, application.get())) {
            return page.redirect(call.path() + "/application");
        }
        Strictness strictness = asked.ticked("all") ? Strictness.SUBMISSION : Strictness.DRAFT;
        return show(page, call, section(call, section), application, strictness, Map.of());
    }

    /** A draft stays to be seen after the deadline; what was sent is then seen as it was sent. */
    private static boolean editable(Page page, CallView call, Application application) {
        return application.writable()
                && (application.state() == ApplicationState.DRAFT || call.accepts(page.now()));
    }

    @PostMapping("/{lang}/calls/{slug}/apply/{section}")
    ModelAndView save(
            Page page,
            @PathVariable String slug,
            @PathVariable String section,
            Form form,
            HttpServletRequest request) {
        checkWriter(page, form);
        CallView call = calls.published(slug);
        FormSection step = section(call, section);
        String wish = form.value("do");
        UUID remove = wish.startsWith("remove.") ? uuid(wish.substring(7)) : null;
        Saving saving =
                drafts.save(
                        call,
                        page.viewer().person(),
                        page.language(),
                        sent(step, form, uploads(step.fields(), request), remove));
        return switch (saving) {
            case Saving.Saved(Application saved, var problems) ->
                    problems.isEmpty() && !(wish.equals("save") && wrong(call, step, saved))
                            ? onward(page, call, step, wish)
                            : unprocessable(
                                    show(
                                            page,
                                            call,
                                            step,
                                            Optional.of(saved),
                                            Strictness.DRAFT,
                                            problems));
            case Saving.Clash(_, long waiting) ->
                    page.redirect(call.path() + "/apply/" + section + "/merge/" + waiting);
            case Saving.NotOpen() -> kept(page, call, step, form);
            case Saving.Shut _ -> kept(page, call, step, form);
        };
    }

    /** Saves while somebody types; answers with the part of the page that shows the effect. */
    @PostMapping("/{lang}/calls/{slug}/apply/{section}/autosave")
    @Allow(Allow.Who.EVERYBODY)
    @Nullable ModelAndView autosave(
            Page page,
            @PathVariable String slug,
            @PathVariable String section,
            Form form,
            HttpServletResponse response) {
        if (!page.viewer().signedIn()) {
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            return null;
        }
        checkWriter(page, form);
        CallView call = calls.published(slug);
        FormSection step = section(call, section);
        Saving saving =
                drafts.save(
                        call,
                        page.viewer().person(),
                        page.language(),
                        sent(step, form, List.of(), null));
        response.setHeader("Cache-Control", "no-store");
        return switch (saving) {
            case Saving.Saved(Application saved, _) -> {
                CallTerms terms = calls.terms(call.id());
                yield page.view(
                        "org/rivages/applications/autosaved",
                        "view",
                        journey.view(page, call, terms, Optional.of(saved), section));
            }
            case Saving.Clash(_, long waiting) -> {
                response.setStatus(HttpServletResponse.SC_CONFLICT);
                response.setHeader(
                        "X-Merge",
                        page.url(call.path() + "/apply/" + section + "/merge/" + waiting));
                yield null;
            }
            case Saving.NotOpen(), Saving.Shut(_) -> {
                response.setStatus(HttpServletResponse.SC_GONE);
                yield null;
            }
        };
    }

    // ---- parts

    private boolean wrong(CallView call, FormSection step, Application saved) {
        var problems = calls.terms(call.id()).form().check(saved.answers(), Strictness.DRAFT);
        return step.fields().stream().anyMatch(field -> problems.containsKey(field.key()));
    }

    private ModelAndView onward(Page page, CallView call, FormSection step, String wish) {
        Language other = languageOf(wish);
        String to = after(page, call, step, wish);
        return other == null
                ? page.redirect(to, "applications.saved.notice")
                : page.redirect(other, to);
    }

    private String after(Page page, CallView call, FormSection step, String wish) {
        String here = call.path() + "/apply/" + step.key();
        if (wish.equals("next")) {
            ApplyView view =
                    journey.view(page, call, calls.terms(call.id()), own(page, call), step.key());
            return view.path(view.next());
        }
        if (wish.startsWith("go.")) {
            String to = wish.substring(3);
            return calls.terms(call.id()).form().section(to).isPresent()
                    ? call.path() + "/apply/" + to
                    : call.path() + "/application/check";
        }
        return here;
    }

    private ModelAndView show(
            Page page,
            CallView call,
            FormSection section,
            Optional<Application> application,
            Strictness strictness,
            Map<String, Problem> uploads) {
        CallTerms terms = calls.terms(call.id());
        var answers = application.map(Application::answers).orElse(org.rivages.calls.Answers.NONE);
        return page.view(
                "org/rivages/applications/apply",
                "view",
                journey.view(page, call, terms, application, section.key()),
                "section",
                section,
                "callForm",
                terms.form(),
                "form",
                Journey.filled(terms.form(), section, answers, strictness, uploads),
                "organisations",
                journey.organisations(page, section),
                "answers",
                answers,
                "documents",
                application.map(one -> documents.of(one.id())).orElse(Map.of()));
    }

    /** It cannot be stored any more; what was typed is shown to be copied. */
    private ModelAndView kept(Page page, CallView call, FormSection step, Form form) {
        ModelAndView view =
                page.view(
                        "org/rivages/applications/kept",
                        "call",
                        call,
                        "sections",
                        new Reading(page.words(), Map.of())
                                .sections(
                                        new CallForm(List.of(step)),
                                        CallForm.read(step.fields(), form),
                                        Reading.OWN));
        view.setStatus(HttpStatus.CONFLICT);
        return view;
    }

    private static ModelAndView unprocessable(ModelAndView view) {
        view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }

    private Optional<Application> own(Page page, CallView call) {
        return store.find(call.id(), page.viewer().person());
    }

    private FormSection section(CallView call, String key) {
        return calls.terms(call.id())
                .form()
                .section(key)
                .orElseThrow(() -> new NotFound("section " + key));
    }

    private static Drafts.Sent sent(
            FormSection step, Form form, List<Drafts.Upload> uploads, @Nullable UUID remove) {
        Form plain = Form.empty().with("version", form.value("version"));
        int base = plain.integer("version", 0, Integer.MAX_VALUE).orElse(0);
        String tab = form.value("tab");
        return new Drafts.Sent(
                step,
                CallForm.read(step.fields(), form),
                base,
                tab.length() > 40 ? "" : tab,
                uploads,
                remove);
    }

    /** A form that one person filled in is never stored for another. */
    static void checkWriter(Page page, Form form) {
        String who = form.value("_who");
        if (!who.isEmpty() && !who.equals(page.who())) {
            throw new Conflict("applications.conflict.other-person");
        }
    }

    static List<Drafts.Upload> uploads(List<Field> fields, HttpServletRequest request) {
        MultipartHttpServletRequest parts =
                WebUtils.getNativeRequest(request, MultipartHttpServletRequest.class);
        List<Drafts.Upload> uploads = new ArrayList<>();
        if (parts == null) {
            return uploads;
        }
        fields.stream()
                .filter(field -> field.kind() instanceof FieldKind.Upload)
                .forEach(field -> {
                    for (MultipartFile file : parts.getFiles(field.key())) {
                        String name = file.getOriginalFilename();
                        if (name != null && !name.isEmpty()) {
                            uploads.add(new Drafts.Upload(field.key(), name, file::getInputStream));
                        }
                    }
                });
        return uploads;
    }

    static @Nullable UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** The language that a button "save and go on in …" names, or null. */
    static @Nullable Language languageOf(String wish) {
        return wish.startsWith("lang.") ? Language.of(wish.substring(5)).orElse(null) : null;
    }
}
