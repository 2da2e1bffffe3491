package org.rivages.applications;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rivages.calls.AnswerKeys;
import org.rivages.calls.Answers;
import org.rivages.calls.Assessment;
import org.rivages.calls.CallTerms;
import org.rivages.calls.Field;
import org.rivages.calls.Outcome;

/**
 * What lists show of an application, read from its answers by the standard keys.
 *
 * @param name first and last name as written; "" when the form did not ask or has no answer
 * @param missing how many questions have no answer, or a wrong one
 */
record Facts(
        String name,
        String organisation,
        @Nullable UUID organisationId,
        String country,
        String place,
        String profession,
        int missing,
        Standing criteria) {

    static Facts of(CallTerms terms, Answers answers, List<Assessment> assessments) {
        var organisation = answers.organisation(AnswerKeys.ORGANISATION);
        String name =
                answers.text(AnswerKeys.FIRST_NAME) + " " + answers.text(AnswerKeys.LAST_NAME);
        return new Facts(
                name.strip(),
                organisation.map(Answers.OrganisationAnswer::name).orElse(""),
                organisation.map(Answers.OrganisationAnswer::id).orElse(null),
                answers.text(AnswerKeys.COUNTRY),
                answers.text(AnswerKeys.CITY),
                answers.text(AnswerKeys.PROFESSION),
                terms.form().check(answers, Field.Strictness.SUBMISSION).size(),
                Standing.of(assessments));
    }

    /** All criteria together. */
    enum Standing {
        MET,
        /** At least one that a person has to look at, none that is not met. */
        ASK_PERSON,
        NOT_MET,
        /** A question behind a criterion has no answer yet. */
        OPEN;

        String code() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }

        static Standing of(List<Assessment> assessments) {
            if (assessments.stream()
                    .anyMatch(a -> a.answered() && a.outcome() == Outcome.NOT_MET)) {
                return NOT_MET;
            }
            if (assessments.stream().anyMatch(a -> !a.answered())) {
                return OPEN;
            }
            return assessments.stream().allMatch(a -> a.outcome() == Outcome.MET)
                    ? MET
                    : ASK_PERSON;
        }
    }
}
