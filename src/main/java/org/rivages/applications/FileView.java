package org.rivages.applications;

import java.util.List;
import java.util.Map;
import org.rivages.applications.ApplyView.CriterionLine;
import org.rivages.calls.CallView;
import org.rivages.mail.LetterView;

/**
 * One application as the secretariat sees it. Holds no sealed answer.
 *
 * @param received in words; "" for a draft
 * @param sections the version that counts; of a draft nothing is shown
 * @param history what happened, newest first
 * @param uploads key → label of what can be asked for
 * @param inScreening whether the secretariat may still find, overrule, ask
 * @param finding why it was found not eligible, in the secretariat's words; "" otherwise
 */
public record FileView(
        CallView call,
        DeskLine line,
        String received,
        List<AnsweredSection> sections,
        List<CriterionLine> criteria,
        List<Event> history,
        List<LetterView> letters,
        Map<String, String> uploads,
        boolean inScreening,
        String finding) {

    /**
     * @param at in words
     * @param what in words
     * @param who a name, or ""
     * @param note free text, or ""
     */
    public record Event(String at, String what, String who, String note) {}

    public ApplicationSummary summary() {
        return line.summary();
    }

    /** Without the language. */
    public String path(String rest) {
        return "/desk/calls/" + call.slug() + "/applications/" + line.summary().id() + rest;
    }
}
