package org.rivages.calls;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rivages.shared.LocalizedText;

/**
 * One version of what applicants accept when they apply: form, criteria, selection rule in words,
 * privacy notice. A submitted application keeps the number of the version it was filled under. A
 * published version never changes again; a change is a new version with a reason.
 *
 * @param reason why this version replaced the one before; empty for the first
 * @param publishedAt null while it is being worked on at the desk
 */
public record CallTerms(
        int version,
        CallForm form,
        List<Criterion> criteria,
        LocalizedText selectionRule,
        LocalizedText privacyNotice,
        LocalizedText reason,
        @Nullable Instant publishedAt) {
    public CallTerms {
        criteria = List.copyOf(criteria);
    }

    /** Every criterion against these answers, in the order of the criteria. */
    public List<Assessment> assess(Answers answers) {
        return criteria.stream().map(criterion -> criterion.assess(answers, form)).toList();
    }
}
