package org.rivages.calls;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rivages.access.Allow;
import org.rivages.access.Role;
import org.rivages.files.FileType;
import org.rivages.files.Storing;
import org.rivages.shared.LocalizedText;
import org.rivages.shared.NotFound;
import org.rivages.site.Form;
import org.rivages.site.Page;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** Asking about a call, answering at the desk, and the documents that go with a call. */
@Controller
@Allow(roles = {Role.SECRETARIAT, Role.PROGRAMME_MANAGER})
class QuestionPages {
    private static final int MOST_QUESTION = 2000;
    private static final int MOST_ANSWER = 5000;

    private final CallDesk desk;
    private final Calls calls;
    private final CallQuestions questions;
    private final CallDocuments documents;

    QuestionPages(CallDesk desk, Calls calls, CallQuestions questions, CallDocuments documents) {
        this.desk = desk;
        this.calls = calls;
        this.questions = questions;
        this.documents = documents;
    }

    @GetMapping("/{lang}/calls/{slug}/ask")
    @Allow(Allow.Who.SIGNED_IN)
    ModelAndView ask(Page page, @PathVariable String slug, Form form) {
        return asking(page, calls.published(slug), form);
    }

    private static ModelAndView asking(Page page, CallView call, Form form) {
        return page.view(
                "org/rivages/calls/ask",
                "call",
                call,
                "state",
                call.state(page.now()),
                "form",
                form);
    }

    @PostMapping("/{lang}/calls/{slug}/ask")
    @Allow(Allow.Who.SIGNED_IN)
    ModelAndView asked(Page page, @PathVariable String slug, Form form) {
        CallView call = calls.published(slug);
        UUID asker = page.viewer().person();
        String question = form.requiredText("question", MOST_QUESTION);
        if (form.ok() && questions.tooMany(asker)) {
            form.reject("question", "calls.ask.too-many", "most", CallQuestions.MOST_A_DAY);
            ModelAndView view = asking(page, call, form);
            view.setStatus(HttpStatus.TOO_MANY_REQUESTS);
            return view;
        }
        if (!form.ok()) {
            return CallDeskPages.unprocessable(asking(page, call, form));
        }
        questions.ask(call.id(), asker, page.language(), question);
        return page.redirect(call.path(), "calls.ask.asked.notice");
    }

    @GetMapping("/{lang}/desk/calls/{slug}/questions")
    ModelAndView list(Page page, @PathVariable String slug) {
        return list(page, desk.call(page, slug), Form.empty(), "");
    }

    private ModelAndView list(Page page, CallView call, Form form, String open) {
        return page.view(
                "org/rivages/calls/deskQuestions",
                "card",
                desk.card(page, call),
                "questions",
                questions.all(call.id()),
                "form",
                form,
                "open",
                open);
    }

    @PostMapping("/{lang}/desk/calls/{slug}/questions/{id}")
    ModelAndView answer(Page page, @PathVariable String slug, @PathVariable UUID id, Form form) {
        CallView call = desk.call(page, slug);
        if (questions.all(call.id()).stream().noneMatch(q -> q.id().equals(id))) {
            throw new NotFound("question " + id);
        }
        LocalizedText answer = form.requiredLocalized("answer", MOST_ANSWER);
        boolean privately = form.value("act").equals("private");
        LocalizedText published =
                privately ? LocalizedText.EMPTY : form.requiredLocalized("question", MOST_QUESTION);
        if (!form.ok()) {
            return CallDeskPages.unprocessable(list(page, call, form, id.toString()));
        }
        if (privately) {
            questions.decline(id, answer, page.viewer().person());
        } else {
            questions.answer(id, published, answer, page.viewer().person());
        }
        return page.redirect(CallDesk.path(call) + "/questions", "calls.desk.answered.notice");
    }

    // ---- documents

    @GetMapping("/{lang}/desk/calls/{slug}/documents")
    ModelAndView documents(Page page, @PathVariable String slug) {
        return documents(page, desk.call(page, slug), Form.empty());
    }

    private ModelAndView documents(Page page, CallView call, Form form) {
        return page.view(
                "org/rivages/calls/deskDocuments",
                "card",
                desk.card(page, call),
                "documents",
                documents.of(call.id()),
                "form",
                form);
    }

    @PostMapping("/{lang}/desk/calls/{slug}/documents")
    ModelAndView addDocument(
            Page page,
            @PathVariable String slug,
            Form form,
            @RequestParam(required = false) @Nullable MultipartFile file) {
        CallView call = desk.call(page, slug);
        LocalizedText title = form.localized("title", Form.LINE);
        if (file == null || file.isEmpty()) {
            form.reject("file", "calls.problem.no-file");
        }
        if (form.ok() && file != null) {
            try {
                switch (documents.add(
                        call,
                        "" + file.getOriginalFilename(),
                        file.getInputStream(),
                        title,
                        page.viewer().person())) {
                    case Storing.Stored _ -> {
                        return page.redirect(
                                CallDesk.path(call) + "/documents", "calls.desk.saved.notice");
                    }
                    case Storing.Empty() -> form.reject("file", "calls.problem.no-file");
                    case Storing.TooLarge _ -> form.reject("file", "calls.desk.document.too-large");
                    case Storing.WrongType _ -> form.reject("file", "calls.desk.document.type");
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return CallDeskPages.unprocessable(documents(page, call, form));
    }

    @PostMapping("/{lang}/desk/calls/{slug}/documents/{id}/remove")
    ModelAndView removeDocument(Page page, @PathVariable String slug, @PathVariable UUID id) {
        CallView call = desk.call(page, slug);
        documents.remove(call, id, page.viewer().person());
        return page.redirect(CallDesk.path(call) + "/documents", "calls.desk.saved.notice");
    }

    static final Set<FileType> DOCUMENT_TYPES =
            EnumSet.of(FileType.PDF, FileType.WORD, FileType.OPEN_TEXT);
}
