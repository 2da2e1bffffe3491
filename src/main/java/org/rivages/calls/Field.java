package org.rivages.calls;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rivages.shared.LocalizedText;
import org.rivages.site.Form.Problem;

/**
 * One question of a form.
 *
 * @param key stable name of the answer, unique in the form: letters and digits, begins with a
 *     letter
 * @param shownIf asked only then; null means always
 * @param sealed for balance only: used by the selection, never seen by reviewers
 */
public record Field(
        String key,
        LocalizedText label,
        LocalizedText help,
        boolean required,
        @Nullable ShownIf shownIf,
        boolean sealed,
        FieldKind kind) {

    /** The other field has this value among its values. */
    public record ShownIf(String field, String value) {}

    /** Whether what is missing counts too. */
    public enum Strictness {
        /** While drafting: only what stands there and is wrong. */
        DRAFT,
        /** At submission: also what is missing. */
        SUBMISSION
    }

    /** Whether this question is asked, given the other answers. */
    public boolean shown(Answers answers) {
        return shownIf == null || answers.all(shownIf.field).contains(shownIf.value);
    }

    /** What is wrong with the answer to this question; nothing when it is not asked. */
    public List<Problem> check(Answers answers, Strictness strictness) {
        if (!shown(answers)) {
            return List.of();
        }
        return FieldRules.check(this, answers, strictness);
    }

    public Field with(FieldKind other) {
        return new Field(key, label, help, required, shownIf, sealed, other);
    }
}
