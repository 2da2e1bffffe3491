package org.rivages.selection;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.rivages.applications.ApplicationState;
import org.rivages.applications.ApplicationSummary;
import org.rivages.applications.Applications;
import org.rivages.calls.CallView;
import org.rivages.shared.Language;
import org.rivages.shared.LocalizedText;
import org.rivages.site.Links;
import org.rivages.site.SiteSettingsStore;
import org.rivages.site.Texts;
import org.rivages.site.Words;
import org.springframework.stereotype.Component;

/** Writes the letters of a decision, each in the recipient's language. */
@Component
class DecisionLetters {
    private final Texts texts;
    private final Links links;
    private final SiteSettingsStore settings;
    private final Applications applications;

    DecisionLetters(
            Texts texts, Links links, SiteSettingsStore settings, Applications applications) {
        this.texts = texts;
        this.links = links;
        this.settings = settings;
        this.applications = applications;
    }

    /** Every letter that the decision sends, the selected first, the reserve in its order. */
    List<DecisionLetter> of(CallView call, Board board, Decided decided) {
        List<DecisionLetter> letters = new ArrayList<>();
        int considered = decided.people().size();
        for (Decided.Person person : decided.people()) {
            letters.add(
                    letter(
                            call,
                            board,
                            person.summary(),
                            person.outcome(),
                            person.rank(),
                            considered));
        }
        for (ApplicationSummary summary : applications.submitted(call.id())) {
            if (summary.state() == ApplicationState.NOT_ELIGIBLE) {
                letters.add(letter(call, board, summary, Outcome.NOT_ELIGIBLE, 0, considered));
            }
        }
        return letters;
    }

    private DecisionLetter letter(
            CallView call,
            Board board,
            ApplicationSummary to,
            Outcome outcome,
            int rank,
            int considered) {
        Language language = to.language();
        Words words = texts.in(language);
        Map<String, String> values = new HashMap<>();
        values.put("name", to.name());
        values.put("call", words.get(call.title()));
        values.put("number", to.number());
        values.put("link", links.absolute(language, call.path() + "/application"));
        values.put("places", words.number(call.places()));
        values.put("applications", words.number(considered));
        values.put("network", words.get(settings.get().name()));
        int shown = outcome == Outcome.RESERVE ? rank : 0;
        if (board.tellsRank() && shown > 0) {
            values.put(LetterText.RANK, words.number(shown));
        }
        return new DecisionLetter(
                to,
                outcome,
                shown,
                LetterText.fill(subject(board, outcome, language), values),
                LetterText.fill(body(board, outcome, language), values));
    }

    /** The committee's text, else ours, with its placeholders. */
    String subject(Board board, Outcome outcome, Language language) {
        return board.letters()
                .text(outcome)
                .filter(text -> text.subject().has(language))
                .map(text -> text.subject().in(language))
                .orElseGet(() -> ours("subject", board, outcome, language));
    }

    String body(Board board, Outcome outcome, Language language) {
        return board.letters()
                .text(outcome)
                .filter(text -> text.body().has(language))
                .map(text -> text.body().in(language))
                .orElseGet(() -> ours("body", board, outcome, language));
    }

    /** What was written without what are our own words anyway: those follow the settings. */
    LocalizedText written(Board board, Outcome outcome, String part, LocalizedText text) {
        Map<Language, String> own = new HashMap<>();
        text.all()
                .forEach((language, said) -> {
                    if (!said.equals(ours(part, board, outcome, language))) {
                        own.put(language, said);
                    }
                });
        return new LocalizedText(own);
    }

    private String ours(String part, Board board, Outcome outcome, Language language) {
        String key = "selection.letter." + outcome.code() + "." + part;
        boolean silent = part.equals("body") && outcome == Outcome.RESERVE && !board.tellsRank();
        List<Object> args = new ArrayList<>();
        for (String name : LetterText.EVERYWHERE) {
            args.add(name);
            args.add("{" + name + "}");
        }
        args.add(LetterText.RANK);
        args.add("{" + LetterText.RANK + "}");
        return texts.in(language).get(silent ? key + ".no-rank" : key, args.toArray());
    }
}
