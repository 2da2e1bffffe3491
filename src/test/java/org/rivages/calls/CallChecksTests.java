package org.rivages.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rivages.calls.CallExamples.CLOSES;
import static org.rivages.calls.CallExamples.OPENS;
import static org.rivages.calls.CallExamples.choice;
import static org.rivages.calls.CallExamples.field;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.rivages.shared.LocalizedText;

class CallChecksTests {
    private static List<String> contradictions(CallForm form, Criterion... criteria) {
        return CallChecks.contradictions(
                        new CallTerms(
                                1,
                                form,
                                List.of(criteria),
                                LocalizedText.EMPTY,
                                LocalizedText.EMPTY,
                                LocalizedText.EMPTY,
                                null))
                .stream()
                .map(Reason::key)
                .toList();
    }

    @Test
    void findsNothingWrongWithASoundCall() {
        assertThat(CallChecks.obstacles(CallExamples.draft(), CallExamples.terms(), OPENS))
                .isEmpty();
    }

    @Test
    void refusesADeadlineInThePast() {
        assertThat(CallChecks.obstacles(CallExamples.draft(), CallExamples.terms(), CLOSES))
                .extracting(Reason::key)
                .containsExactly("calls.check.deadline-past");
    }

    @Test
    void findsACriterionThatNobodyIsAskedAbout() {
        assertThat(
                        contradictions(
                                CallExamples.standard(),
                                new Criterion.YearsAtLeast("x", "nowhere", 3)))
                .containsExactly("calls.check.criterion-without-question");
    }

    @Test
    void findsACriterionThatNoAnswerCanMeet() {
        assertThat(
                        contradictions(
                                CallExamples.standard(),
                                new Criterion.LanguageAtLeast(
                                        "x", "languages", "de", LanguageLevel.C1),
                                new Criterion.YearsAtLeast("y", "years", 61),
                                new Criterion.Audience(
                                        "z", "profession", Set.of("pilot"), Set.of())))
                .containsOnly("calls.check.criterion-impossible")
                .hasSize(3);
    }

    @Test
    void findsAConditionThatCanNeverComeTrue() {
        Field dependent =
                new Field(
                        "b",
                        CallExamples.said("b"),
                        LocalizedText.EMPTY,
                        true,
                        new Field.ShownIf("a", "maybe"),
                        false,
                        new FieldKind.ShortText(5));
        assertThat(contradictions(CallExamples.form(field("a", choice("yes")), dependent)))
                .containsExactly("calls.check.shown-if");
    }

    @Test
    void refusesToDecideBySealedAnswers() {
        Field sealed =
                new Field(
                        "g",
                        CallExamples.said("g"),
                        LocalizedText.EMPTY,
                        true,
                        null,
                        true,
                        choice("w", "m"));
        assertThat(
                        contradictions(
                                CallExamples.form(sealed),
                                new Criterion.Audience("x", "g", Set.of("w"), Set.of())))
                .containsExactly("calls.check.criterion-sealed");
    }

    private static Field gender(boolean sealed) {
        return new Field(
                "gender",
                CallExamples.said("gender"),
                LocalizedText.EMPTY,
                true,
                null,
                sealed,
                choice("w", "m"));
    }

    private static Field dependingOnGender(boolean sealed) {
        return new Field(
                "more",
                CallExamples.said("more"),
                LocalizedText.EMPTY,
                true,
                new Field.ShownIf("gender", "w"),
                sealed,
                new FieldKind.ShortText(5));
    }

    @Test
    void refusesAQuestionThatGivesASealedAnswerAway() {
        assertThat(contradictions(CallExamples.form(gender(true), dependingOnGender(false))))
                .containsExactly("calls.check.shown-if-sealed");
        assertThat(contradictions(CallExamples.form(gender(true), dependingOnGender(true))))
                .isEmpty();
    }

    @Test
    void whatWasSealedOnceStaysSealedOrGoes() {
        CallTerms sealed = terms(CallExamples.form(gender(true)));
        CallTerms without = terms(CallExamples.form());
        List<CallTerms> before = List.of(sealed, without);
        assertThat(CallChecks.unsealed(CallExamples.form(gender(false)), before))
                .extracting(Reason::key)
                .containsExactly("calls.check.unsealed");
        assertThat(CallChecks.unsealed(CallExamples.form(gender(true)), before)).isEmpty();
        assertThat(CallChecks.unsealed(CallExamples.form(), before)).isEmpty();
        assertThat(CallChecks.unsealed(CallExamples.form(gender(false)), List.of(without)))
                .isEmpty();
    }

    private static CallTerms terms(CallForm form) {
        return new CallTerms(
                1,
                form,
                List.of(),
                LocalizedText.EMPTY,
                LocalizedText.EMPTY,
                LocalizedText.EMPTY,
                null);
    }

    @Test
    void findsQuestionsWithoutAnyPossibleAnswer() {
        assertThat(
                        contradictions(
                                CallExamples.form(
                                        field("a", choice()),
                                        field("b", new FieldKind.Number(5, 2)),
                                        field("c", new FieldKind.Commitments(List.of())))))
                .containsOnly("calls.check.no-answer-possible")
                .hasSize(3);
    }

    @Test
    void saysWhichTextsLackALanguage() {
        CallView draft = CallExamples.draft();
        CallTerms terms = CallExamples.terms();
        assertThat(CallChecks.missingTranslations(draft, terms)).isEmpty();
        CallTerms english =
                new CallTerms(
                        1,
                        terms.form(),
                        terms.criteria(),
                        LocalizedText.of("rule", "", ""),
                        terms.privacyNotice(),
                        LocalizedText.EMPTY,
                        null);
        assertThat(CallChecks.missingTranslations(draft, english)).hasSize(2);
    }
}
