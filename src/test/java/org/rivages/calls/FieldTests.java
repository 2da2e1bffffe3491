package org.rivages.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rivages.calls.CallExamples.choice;
import static org.rivages.calls.CallExamples.field;

import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.rivages.calls.Field.Strictness;
import org.rivages.shared.LocalizedText;
import org.rivages.site.Form;

class FieldTests {
    private static boolean fine(FieldKind kind, Strictness strictness, String... values) {
        return field("f", kind).check(Answers.NONE.with("f", values), strictness).isEmpty();
    }

    @Example
    void aDraftMayHaveGapsAndASubmissionNot() {
        CallForm form = CallExamples.standard();
        assertThat(form.check(Answers.NONE, Strictness.DRAFT)).isEmpty();
        assertThat(form.check(Answers.NONE, Strictness.SUBMISSION))
                .hasSize((int) form.fields().count());
        assertThat(form.check(CallExamples.eligible(), Strictness.SUBMISSION))
                .containsOnlyKeys("letter");
    }

    @Property
    void countsWordsAsTheScriptSeparatesThem(@ForAll @IntRange(min = 1, max = 60) int n) {
        FieldKind kind = new FieldKind.LongText(30, FieldKind.LongText.Unit.WORDS);
        assertThat(fine(kind, Strictness.DRAFT, "مدينة ".repeat(n))).isEqualTo(n <= 30);
        assertThat(fine(kind, Strictness.DRAFT, "ville, ".repeat(n))).isEqualTo(n <= 30);
    }

    @Property
    void countsCharactersAndNotCodeUnits(@ForAll @IntRange(min = 1, max = 60) int n) {
        FieldKind kind = new FieldKind.LongText(30, FieldKind.LongText.Unit.CHARACTERS);
        assertThat(fine(kind, Strictness.DRAFT, "😀".repeat(n))).isEqualTo(n <= 30);
    }

    @Example
    void takesOnlyTheChoicesOffered() {
        assertThat(fine(choice("a", "b"), Strictness.DRAFT, "a")).isTrue();
        assertThat(fine(choice("a", "b"), Strictness.DRAFT, "c")).isFalse();
        assertThat(fine(choice("a", "b"), Strictness.DRAFT, "a", "b")).isFalse();
        assertThat(fine(new FieldKind.Country(), Strictness.DRAFT, "TN")).isTrue();
        assertThat(fine(new FieldKind.Country(), Strictness.DRAFT, "XX")).isFalse();
    }

    @Example
    void checksNumbersDatesPhonesAndMail() {
        assertThat(fine(new FieldKind.Number(0, 60), Strictness.DRAFT, "61")).isFalse();
        assertThat(fine(new FieldKind.Number(0, 60), Strictness.DRAFT, "ten")).isFalse();
        assertThat(fine(new FieldKind.Date(), Strictness.DRAFT, "2027-02-30")).isFalse();
        assertThat(fine(new FieldKind.Date(), Strictness.DRAFT, "2027-02-28")).isTrue();
        assertThat(fine(new FieldKind.Phone(), Strictness.DRAFT, "+216 71 234 567")).isTrue();
        assertThat(fine(new FieldKind.Phone(), Strictness.DRAFT, "call me")).isFalse();
        assertThat(fine(new FieldKind.Email(), Strictness.DRAFT, "a@b.tn")).isTrue();
        assertThat(fine(new FieldKind.Email(), Strictness.DRAFT, "a@b")).isFalse();
    }

    @Example
    void asksForEveryLanguageAndEverySessionBeforeSending() {
        FieldKind languages = new FieldKind.LanguageLevels(List.of("fr", "en"));
        assertThat(fine(languages, Strictness.DRAFT, "fr=C1")).isTrue();
        assertThat(fine(languages, Strictness.SUBMISSION, "fr=C1")).isFalse();
        assertThat(fine(languages, Strictness.SUBMISSION, "fr=C1", "en=NONE")).isTrue();
        assertThat(fine(languages, Strictness.DRAFT, "fr=C9")).isFalse();
        assertThat(fine(languages, Strictness.DRAFT, "de=C1")).isFalse();
    }

    @Example
    void asksNothingWhileItsConditionIsNotTrue() {
        Field letter =
                new Field(
                        "letter",
                        CallExamples.said("letter"),
                        LocalizedText.EMPTY,
                        true,
                        new Field.ShownIf("agrees", "yes"),
                        false,
                        new FieldKind.ShortText(10));
        CallForm form = CallExamples.form(field("agrees", choice("yes", "no")), letter);
        assertThat(form.check(Answers.NONE.with("agrees", "no"), Strictness.SUBMISSION)).isEmpty();
        assertThat(form.check(Answers.NONE.with("agrees", "yes"), Strictness.SUBMISSION))
                .containsOnlyKeys("letter");
        assertThat(
                        form.asked(Answers.NONE.with("agrees", "no").with("letter", "old"))
                                .has("letter"))
                .isFalse();
    }

    @Example
    void keepsEveryWordWhenReadAndShownAgain() {
        List<Field> fields = CallExamples.standard().fields().toList();
        Answers answers = CallExamples.eligible();
        Form shown = CallForm.fill(fields, answers);
        assertThat(CallForm.read(fields, shown)).isEqualTo(answers);
    }

    @Property
    void readsWhateverIsSentAndNeverFails(@ForAll String junk) {
        List<Field> fields = CallExamples.standard().fields().toList();
        Form sent = Form.empty();
        fields.forEach(f -> sent.with(f.key(), List.of(junk, junk)));
        Answers answers = CallForm.read(fields, sent);
        CallExamples.standard().check(answers, Strictness.SUBMISSION);
        assertThat(answers.values().values())
                .allMatch(v -> v.stream().noneMatch(s -> s.contains("\0")));
    }

    @Example
    void takesArabicDigitsForNumbers() {
        Field years = field("years", new FieldKind.Number(0, 60));
        assertThat(CallForm.read(List.of(years), Form.empty().with("years", "١٢")).number("years"))
                .hasValue(12);
    }

    @Example
    void hidesSealedAnswersFromReviewers() {
        Field gender =
                new Field(
                        "gender",
                        CallExamples.said("gender"),
                        LocalizedText.EMPTY,
                        true,
                        null,
                        true,
                        choice("w", "m"));
        Answers answers = Answers.NONE.with("gender", "w").with("name", "A");
        CallForm form = CallExamples.form(gender, field("name", new FieldKind.ShortText(9)));
        assertThat(form.withoutSealed(answers).values()).containsOnlyKeys("name");
    }
}
