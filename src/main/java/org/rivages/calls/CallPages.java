package org.rivages.calls;

import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.rivages.access.Allow;
import org.rivages.files.Files;
import org.rivages.programmes.EditionSummary;
import org.rivages.programmes.Programmes;
import org.rivages.shared.NotFound;
import org.rivages.site.Page;
import org.rivages.site.Section;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** What everybody may read of calls. */
@Controller
@Allow(Allow.Who.EVERYBODY)
class CallPages {
    private final Calls calls;
    private final Programmes programmes;
    private final CallHistoryStore history;
    private final CallQuestionStore questions;
    private final CallDocumentStore documents;
    private final Files files;
    private final List<CallSection> sections;

    CallPages(
            Calls calls,
            Programmes programmes,
            CallHistoryStore history,
            CallQuestionStore questions,
            CallDocumentStore documents,
            Files files,
            List<CallSection> sections) {
        this.calls = calls;
        this.programmes = programmes;
        this.history = history;
        this.questions = questions;
        this.documents = documents;
        this.files = files;
        this.sections = sections;
    }

    @GetMapping("/{lang}/calls")
    ModelAndView list(Page page) {
        List<CallCard> published =
                calls.all().stream()
                        .filter(CallView::published)
                        .map(call -> CallCard.of(call, edition(call), page.now()))
                        .toList();
        return page.view(
                "org/rivages/calls/calls",
                "open",
                in(published, CallState.OPEN).reversed(),
                "announced",
                in(published, CallState.ANNOUNCED).reversed(),
                "closed",
                in(published, CallState.CLOSED, CallState.DECIDING, CallState.DECIDED),
                "archived",
                in(published, CallState.ARCHIVED));
    }

    private static List<CallCard> in(List<CallCard> cards, CallState... states) {
        return cards.stream().filter(card -> List.of(states).contains(card.state())).toList();
    }

    @GetMapping("/{lang}/calls/{slug}")
    ModelAndView call(Page page, @PathVariable String slug) {
        CallView call = calls.published(slug);
        CallTerms terms = calls.terms(call.id());
        return page.view(
                "org/rivages/calls/call",
                "card",
                CallCard.of(call, edition(call), page.now()),
                "terms",
                terms,
                "sessions",
                programmes.sessions(call.edition()),
                "history",
                history.of(call.id()),
                "questions",
                questions.published(call.id()),
                "documents",
                documents.of(call.id()),
                "sections",
                sections.stream()
                        .flatMap(one -> one.section(page, call).stream())
                        .sorted(Comparator.comparingInt(Section::order))
                        .toList());
    }

    @GetMapping("/{lang}/calls/{slug}/questions")
    ModelAndView form(Page page, @PathVariable String slug) {
        CallView call = calls.published(slug);
        return page.view(
                "org/rivages/calls/questions",
                "call",
                call,
                "state",
                call.state(page.now()),
                "form",
                calls.form(call.id()));
    }

    @GetMapping("/{lang}/calls/{slug}/documents/{id}")
    ResponseEntity<byte[]> document(@PathVariable String slug, @PathVariable UUID id) {
        CallView call = calls.published(slug);
        return documents.of(call.id()).stream()
                .filter(document -> document.id().equals(id))
                .findFirst()
                .map(document -> files.attachment(document.file()))
                .orElseThrow(() -> new NotFound("document " + id));
    }

    private EditionSummary edition(CallView call) {
        return programmes
                .edition(call.edition())
                .orElseThrow(() -> new NotFound("edition of call " + call.id()));
    }
}
