package org.rivages.selection;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.rivages.access.Allow;
import org.rivages.access.Role;
import org.rivages.calls.CallSteps;
import org.rivages.calls.CallView;
import org.rivages.shared.Conflict;
import org.rivages.shared.Language;
import org.rivages.shared.LocalizedText;
import org.rivages.shared.NotFound;
import org.rivages.site.Form;
import org.rivages.site.Page;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * The decision: its letters by outcome and by recipient, and the one button that tells everybody.
 */
@Controller
@Allow(roles = {Role.COMMITTEE_CHAIR, Role.PROGRAMME_MANAGER, Role.SECRETARIAT})
class DecisionPages {
    private static final int SUBJECT = 150;
    private static final int BODY = 5000;

    private final CallDoor door;
    private final Boards boards;
    private final Committee committee;
    private final Release release;
    private final DecisionLetters letters;
    private final CallSteps steps;

    DecisionPages(
            CallDoor door,
            Boards boards,
            Committee committee,
            Release release,
            DecisionLetters letters,
            CallSteps steps) {
        this.door = door;
        this.boards = boards;
        this.committee = committee;
        this.release = release;
        this.letters = letters;
        this.steps = steps;
    }

    private static String path(String slug) {
        return "/desk/calls/" + slug + "/decisions";
    }

    @GetMapping("/{lang}/desk/calls/{slug}/decisions")
    ModelAndView decisions(Page page, @PathVariable String slug) {
        return view(page, door.open(page, slug), Form.empty());
    }

    private ModelAndView view(Page page, CallView call, Form form) {
        Board board = boards.board(call);
        boolean decided = board.state() != BoardState.CHOOSING;
        List<DecisionLetter> all = decided ? release.preview(call) : List.of();
        Map<Outcome, List<DecisionLetter>> byOutcome = new EnumMap<>(Outcome.class);
        for (Outcome outcome : Outcome.values()) {
            byOutcome.put(
                    outcome, all.stream().filter(letter -> letter.outcome() == outcome).toList());
        }
        return page.view(
                "org/rivages/selection/decisions",
                "form",
                form,
                "call",
                call,
                "steps",
                steps.of(page.viewer()),
                "board",
                board,
                "letters",
                byOutcome,
                "unscreened",
                release.unscreened(call.id()),
                "mayAudit",
                board.state() == BoardState.RELEASED && AuditorPages.mayHave(page, call),
                "silent",
                all.stream().filter(letter -> letter.to().email().isEmpty()).count());
    }

    @GetMapping("/{lang}/desk/calls/{slug}/decisions/letters/{id}")
    ModelAndView letter(Page page, @PathVariable String slug, @PathVariable UUID id) {
        CallView call = door.open(page, slug);
        if (boards.board(call).state() == BoardState.CHOOSING) {
            throw new NotFound("letters before closing");
        }
        DecisionLetter letter =
                release.preview(call).stream()
                        .filter(one -> one.to().id().value().equals(id))
                        .findFirst()
                        .orElseThrow(() -> new NotFound("letter " + id));
        return page.view(
                "org/rivages/selection/letter",
                "call",
                call,
                "steps",
                steps.of(page.viewer()),
                "letter",
                letter);
    }

    // ---- texts

    @GetMapping("/{lang}/desk/calls/{slug}/decisions/texts/{outcome}")
    ModelAndView texts(Page page, @PathVariable String slug, @PathVariable String outcome) {
        CallView call = door.open(page, slug);
        Outcome wanted = outcome(outcome);
        Board board = boards.board(call);
        Form form =
                Form.empty()
                        .with("version", board.version())
                        .with("rank", board.tellsRank() ? "yes" : "")
                        .with("subject", said(language -> letters.subject(board, wanted, language)))
                        .with("body", said(language -> letters.body(board, wanted, language)));
        return texts(page, call, wanted, form);
    }

    private static LocalizedText said(java.util.function.Function<Language, String> of) {
        Map<Language, String> said = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            said.put(language, of.apply(language));
        }
        return new LocalizedText(said);
    }

    private static Outcome outcome(String code) {
        return Outcome.of(code).orElseThrow(() -> new NotFound("outcome " + code));
    }

    private ModelAndView texts(Page page, CallView call, Outcome outcome, Form form) {
        List<String> placeholders = new ArrayList<>(LetterText.EVERYWHERE);
        if (outcome == Outcome.RESERVE) {
            placeholders.add(LetterText.RANK);
        }
        return page.view(
                "org/rivages/selection/texts",
                "form",
                form,
                "call",
                call,
                "steps",
                steps.of(page.viewer()),
                "outcome",
                outcome,
                "placeholders",
                placeholders);
    }

    @PostMapping("/{lang}/desk/calls/{slug}/decisions/texts/{outcome}")
    ModelAndView saveTexts(
            Page page, Form form, @PathVariable String slug, @PathVariable String outcome) {
        CallView call = door.open(page, slug);
        Outcome wanted = outcome(outcome);
        Board board = boards.board(call);
        boolean rank = wanted == Outcome.RESERVE ? form.ticked("rank") : board.tellsRank();
        LocalizedText subject =
                letters.written(board, wanted, "subject", form.localized("subject", SUBJECT));
        LocalizedText body = letters.written(board, wanted, "body", form.localized("body", BODY));
        check(form, "subject", subject, wanted, rank);
        check(form, "body", body, wanted, rank);
        if (form.ok()) {
            try {
                committee.letters(
                        call.id(),
                        BoardPages.version(form),
                        board.letters().with(wanted, new Letters.Text(subject, body)),
                        rank,
                        page.viewer().person());
                return page.redirect(path(slug), "selection.texts.saved.notice");
            } catch (Conflict conflict) {
                form.reject("subject.en", conflict.messageKey());
            }
        }
        ModelAndView view = texts(page, call, wanted, form);
        view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }

    /** An empty language goes back to our words; a text that is written must be right. */
    private static void check(
            Form form, String field, LocalizedText text, Outcome outcome, boolean rank) {
        for (Language language : Language.values()) {
            String said = text.exactly(language);
            String name = field + "." + language.code();
            List<String> unknown = LetterText.unknown(said, outcome, rank);
            if (!unknown.isEmpty()) {
                form.reject(name, "selection.texts.unknown", "placeholder", unknown.getFirst());
            } else if (field.equals("body") && !said.isEmpty() && !LetterText.has(said, "name")) {
                form.reject(name, "selection.texts.needs", "placeholder", "{name}");
            } else if (field.equals("body") && !said.isEmpty() && !LetterText.has(said, "call")) {
                form.reject(name, "selection.texts.needs", "placeholder", "{call}");
            }
        }
    }

    // ---- release

    @PostMapping("/{lang}/desk/calls/{slug}/decisions/release")
    ModelAndView release(Page page, Form form, @PathVariable String slug) {
        CallView call = door.open(page, slug);
        if (!form.ticked("sure")) {
            form.reject("sure", "selection.release.unsure");
        } else {
            try {
                release.release(
                        call.id(),
                        BoardPages.version(form),
                        form.ticked("later"),
                        page.viewer().person());
                return page.redirect(path(slug), "selection.released.notice");
            } catch (Conflict conflict) {
                form.reject("sure", conflict.messageKey());
            }
        }
        ModelAndView view = view(page, call, form);
        view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }
}
