package org.rivages.calls;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.rivages.accounts.Accounts;
import org.rivages.accounts.Person;
import org.rivages.audit.AuditTrail;
import org.rivages.mail.Letter;
import org.rivages.mail.Outbox;
import org.rivages.search.SearchChanges;
import org.rivages.shared.Conflict;
import org.rivages.shared.Language;
import org.rivages.shared.LocalizedText;
import org.rivages.shared.NotFound;
import org.rivages.shared.Now;
import org.rivages.site.Links;
import org.rivages.site.Texts;
import org.rivages.site.Words;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Questions about a call: asked by anybody who is signed in, answered in public or to the asker
 * only.
 */
@Component
public class CallQuestions {
    static final int MOST_A_DAY = 5;

    private final CallQuestionStore questions;
    private final Calls calls;
    private final Accounts accounts;
    private final AuditTrail audit;
    private final Outbox outbox;
    private final SearchChanges search;
    private final Texts texts;
    private final Links links;
    private final Now now;

    CallQuestions(
            CallQuestionStore questions,
            Calls calls,
            Accounts accounts,
            AuditTrail audit,
            Outbox outbox,
            SearchChanges search,
            Texts texts,
            Links links,
            Now now) {
        this.questions = questions;
        this.calls = calls;
        this.accounts = accounts;
        this.audit = audit;
        this.outbox = outbox;
        this.search = search;
        this.texts = texts;
        this.links = links;
        this.now = now;
    }

    /** Those that wait first. */
    public List<CallQuestion> all(CallId call) {
        return questions.all(call);
    }

    /** Whether this person has asked so much today that the next question has to wait. */
    public boolean tooMany(UUID asker) {
        return questions.askedSince(asker, now.instant().minus(Duration.ofDays(1))) >= MOST_A_DAY;
    }

    /** Only while the call is announced or open. */
    @Transactional
    public UUID ask(CallId id, UUID asker, Language language, String text) {
        CallView call = calls.call(id).orElseThrow(() -> new NotFound("call " + id));
        Instant at = now.instant();
        if (call.state(at) != CallState.OPEN && call.state(at) != CallState.ANNOUNCED) {
            throw new Conflict("calls.conflict.ask");
        }
        UUID question = UUID.randomUUID();
        questions.insert(
                new CallQuestion(
                        question,
                        id,
                        asker,
                        language,
                        text,
                        at,
                        CallQuestion.State.WAITING,
                        LocalizedText.EMPTY,
                        LocalizedText.EMPTY,
                        null));
        audit.record(asker, "calls.question-asked", question, Map.of("call", id.value()));
        return question;
    }

    /**
     * Publishes question and answer, and writes to the asker. Answering again corrects the page.
     */
    @Transactional
    public void answer(UUID id, LocalizedText publicQuestion, LocalizedText answer, UUID by) {
        settle(id, CallQuestion.State.ANSWERED, publicQuestion, answer, by);
        audit.record(by, "calls.question-answered", id, Map.of());
    }

    /** Answers to the asker alone; nothing of it stands on a page. */
    @Transactional
    public void decline(UUID id, LocalizedText answer, UUID by) {
        settle(id, CallQuestion.State.DECLINED, LocalizedText.EMPTY, answer, by);
        audit.record(by, "calls.question-declined", id, Map.of());
    }

    private void settle(
            UUID id,
            CallQuestion.State state,
            LocalizedText publicQuestion,
            LocalizedText answer,
            UUID by) {
        CallQuestion question =
                questions.byId(id).orElseThrow(() -> new NotFound("question " + id));
        CallView call = calls.call(question.call()).orElseThrow();
        questions.settle(id, state, publicQuestion, answer, now.instant(), by);
        search.changed("call", call.id().value());
        accounts.person(question.asker())
                .ifPresent(asker -> outbox.put(letter(asker, question, call, answer)));
    }

    private Letter letter(
            Person asker, CallQuestion question, CallView call, LocalizedText answer) {
        Language language = question.language();
        Words words = texts.in(language);
        return new Letter(
                "calls.mail.answer",
                question.id(),
                asker.email(),
                asker.id(),
                language,
                words.get("calls.mail.answer.subject", "call", words.get(call.title())),
                words.get(
                        "calls.mail.answer.body",
                        "name",
                        asker.name(),
                        "question",
                        question.question(),
                        "answer",
                        words.get(answer),
                        "link",
                        links.absolute(language, call.path() + "#questions")),
                "calls.answer." + question.id() + "." + answer.hashCode());
    }
}
