package org.rivages.applications;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rivages.calls.CallView;
import org.rivages.calls.Outcome;

/**
 * What every step of applying shows beside its questions.
 *
 * @param here key of the present step, {@link #CHECK} for the last
 * @param percent how much of what is required has an answer
 * @param version what the form was filled from; 0 before the first save
 * @param tab names this window
 * @param saved when it was saved last, in words; "" before the first save
 * @param deadline in words, with the zone; "" when the call has none
 * @param accepts whether an application that arrives now is taken
 * @param sent in words, when the version that counts was received; "" when none was sent
 * @param changed the text differs from what was sent
 */
public record ApplyView(
        CallView call,
        String here,
        List<Step> steps,
        int percent,
        List<CriterionLine> criteria,
        int version,
        String tab,
        String saved,
        String deadline,
        boolean accepts,
        String sent,
        boolean changed) {

    public static final String CHECK = "check";

    /**
     * A section of the form.
     *
     * @param missing how many questions have no answer, or a wrong one
     * @param touched at least one question has an answer
     */
    public record Step(String key, String title, int missing, boolean touched) {
        public boolean done() {
            return missing == 0 && touched;
        }
    }

    /**
     * A criterion and what it finds, in the reader's language.
     *
     * @param field the question that it looks at
     * @param overruled the reason with which a person decided otherwise, or null
     */
    public record CriterionLine(
            String id,
            String field,
            String sentence,
            Outcome outcome,
            boolean answered,
            String reason,
            @Nullable String overruled) {
        /** As it stands in message keys and styles. */
        public String code() {
            return answered ? outcome.code() : "open";
        }

        public String mark() {
            return !answered
                    ? "off"
                    : switch (outcome) {
                        case MET -> "ok";
                        case NOT_MET -> "bad";
                        case ASK_PERSON -> "wait";
                    };
        }
    }

    public int position() {
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i).key().equals(here)) {
                return i + 1;
            }
        }
        return steps.size() + 1;
    }

    /** What comes after this step, a key or {@link #CHECK}. */
    public String next() {
        int position = position();
        return position < steps.size() ? steps.get(position).key() : CHECK;
    }

    public @Nullable Step previous() {
        int position = position();
        return position >= 2 ? steps.get(position - 2) : null;
    }

    public int missing() {
        return steps.stream().mapToInt(Step::missing).sum();
    }

    public List<CriterionLine> criteriaOf(String field) {
        return criteria.stream().filter(line -> line.field().equals(field)).toList();
    }

    /** Address of a step, without the language. */
    public String path(String step) {
        return step.equals(CHECK)
                ? call.path() + "/application/check"
                : call.path() + "/apply/" + step;
    }
}
