package org.rivages.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rivages.calls.CallExamples.FIRST;
import static org.rivages.calls.CallExamples.SECOND;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class CriterionTests {
    private static Map<String, Outcome> outcomes(Answers answers) {
        Map<String, Outcome> found = new java.util.LinkedHashMap<>();
        CallExamples.terms()
                .assess(answers)
                .forEach(a -> found.put(a.criterion().id(), a.outcome()));
        return found;
    }

    private static Assessment one(String id, Answers answers) {
        return CallExamples.terms().assess(answers).stream()
                .filter(a -> a.criterion().id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Example
    void meetsEveryCriterionWithEligibleAnswers() {
        assertThat(outcomes(CallExamples.eligible()).values()).containsOnly(Outcome.MET);
    }

    @Example
    void saysNotAnsweredBeforeAnythingIsAnswered() {
        assertThat(CallExamples.terms().assess(Answers.NONE))
                .allMatch(a -> !a.answered() && a.outcome() == Outcome.NOT_MET);
    }

    @Example
    void asksAPersonWhereTheRuleCannotTell() {
        Answers answers =
                CallExamples.eligible()
                        .with("languages", "fr=UNSURE")
                        .with("commitment", FIRST + "=yes", SECOND + "=unsure")
                        .with("employerAgrees", "asked")
                        .with("profession", "other");
        assertThat(outcomes(answers))
                .containsEntry("language", Outcome.ASK_PERSON)
                .containsEntry("sessions", Outcome.ASK_PERSON)
                .containsEntry("employer", Outcome.ASK_PERSON)
                .containsEntry("audience", Outcome.ASK_PERSON);
    }

    @Example
    void aRefusedSessionDecidesEvenWhileAnotherIsOpen() {
        Assessment found =
                one("sessions", CallExamples.eligible().with("commitment", FIRST + "=no"));
        assertThat(found.outcome()).isEqualTo(Outcome.NOT_MET);
        assertThat(found.answered()).isTrue();
        assertThat(found.reason().args().get("sessions"))
                .isEqualTo(List.of(CallExamples.said("Sfax")));
    }

    @Example
    void theLetterProvesTheEmployersAgreement() {
        Answers answers =
                CallExamples.eligible()
                        .with("employerAgrees", "asked")
                        .with("letter", UUID.randomUUID().toString());
        assertThat(one("employer", answers).outcome()).isEqualTo(Outcome.MET);
    }

    @Property
    void aHigherLevelNeverTurnsMetIntoNotMet(
            @ForAll("levels") LanguageLevel lower, @ForAll("levels") LanguageLevel higher) {
        if (lower.compareTo(higher) > 0) {
            return;
        }
        Outcome before = one("language", Answers.NONE.with("languages", "fr=" + lower)).outcome();
        Outcome after = one("language", Answers.NONE.with("languages", "fr=" + higher)).outcome();
        assertThat(before == Outcome.MET && after == Outcome.NOT_MET).isFalse();
    }

    @Provide
    Arbitrary<LanguageLevel> levels() {
        return Arbitraries.of(LanguageLevel.values()).filter(l -> l != LanguageLevel.UNSURE);
    }

    @Property
    void meetsYearsExactlyFromTheLeast(@ForAll long years) {
        assertThat(one("years", Answers.NONE.with("years", String.valueOf(years))).outcome())
                .isEqualTo(years >= 3 ? Outcome.MET : Outcome.NOT_MET);
    }

    @Property
    void answersWhateverAStrangerSends(@ForAll("keys") String key, @ForAll List<String> junk) {
        List<Assessment> found =
                CallExamples.terms().assess(CallExamples.eligible().with(key, junk));
        assertThat(found).hasSize(CallExamples.criteria().size());
        assertThat(found).allMatch(a -> !a.reason().key().isEmpty());
    }

    @Property
    void isBlindToAnswersItDoesNotRead(@ForAll String other, @ForAll List<String> junk) {
        String key = "x" + other;
        assertThat(outcomes(CallExamples.eligible().with(key, junk)))
                .isEqualTo(outcomes(CallExamples.eligible()));
    }

    @Provide
    Arbitrary<String> keys() {
        List<String> keys = new ArrayList<>();
        CallExamples.standard().fields().forEach(field -> keys.add(field.key()));
        return Arbitraries.of(keys);
    }

    @Property
    void survivesStorage(@ForAll("keys") String key, @ForAll List<String> values) {
        Answers answers = CallExamples.eligible().with(key, values);
        String json = org.rivages.shared.Json.write(answers);
        assertThat(org.rivages.shared.Json.read(json, Answers.class)).isEqualTo(answers);
        String form = org.rivages.shared.Json.write(CallExamples.standard());
        assertThat(org.rivages.shared.Json.read(form, CallForm.class))
                .isEqualTo(CallExamples.standard());
    }
}
