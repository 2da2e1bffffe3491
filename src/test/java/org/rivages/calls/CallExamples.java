package org.rivages.calls;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rivages.calls.FieldKind.Choice;
import org.rivages.calls.FieldKind.Commitments.SessionLine;
import org.rivages.files.FileType;
import org.rivages.programmes.EditionId;
import org.rivages.programmes.ProgrammeId;
import org.rivages.shared.FuzzyDate;
import org.rivages.shared.LocalizedText;

/** Calls, forms and answers for tests without a database. */
final class CallExamples {
    static final Instant OPENS = Instant.parse("2027-02-01T08:00:00Z");
    static final Instant CLOSES = Instant.parse("2027-03-14T22:59:00Z");
    static final ZoneId TUNIS = ZoneId.of("Africa/Tunis");
    static final UUID FIRST = new UUID(0, 1);
    static final UUID SECOND = new UUID(0, 2);

    private CallExamples() {}

    static LocalizedText said(String text) {
        return LocalizedText.same(text);
    }

    static Field field(String key, FieldKind kind) {
        return new Field(key, said(key), LocalizedText.EMPTY, true, null, false, kind);
    }

    static Choice choice(String... codes) {
        return new Choice(
                List.of(codes).stream().map(c -> new Choice.Option(c, said(c))).toList(), false);
    }

    static CallForm form(Field... fields) {
        return new CallForm(
                List.of(new FormSection("one", said("One"), LocalizedText.EMPTY, List.of(fields))));
    }

    static CallForm standard() {
        return form(
                field("languages", new FieldKind.LanguageLevels(List.of("fr", "en"))),
                field(
                        "commitment",
                        new FieldKind.Commitments(
                                List.of(
                                        new SessionLine(FIRST, said("Sfax")),
                                        new SessionLine(SECOND, said("Genoa"))))),
                field("employerAgrees", choice("agrees", "asked", "refuses")),
                field("profession", choice("planner", "researcher", "other")),
                field("country", new FieldKind.Country()),
                field("years", new FieldKind.Number(0, 60)),
                field("letter", new FieldKind.Upload(EnumSet.of(FileType.PDF), 1000, 1)));
    }

    static List<Criterion> criteria() {
        return List.of(
                new Criterion.LanguageAtLeast("language", "languages", "fr", LanguageLevel.C1),
                new Criterion.EverySession("sessions", "commitment"),
                new Criterion.EmployerAgrees(
                        "employer", "employerAgrees", Set.of("agrees"), Set.of("asked"), "letter"),
                new Criterion.Audience(
                        "audience", "profession", Set.of("planner"), Set.of("other")),
                new Criterion.CountryIn("country", "country", Set.of("TN", "MA")),
                new Criterion.YearsAtLeast("years", "years", 3));
    }

    static Answers eligible() {
        return Answers.NONE
                .with("languages", "fr=C1", "en=B1")
                .with("commitment", FIRST + "=yes", SECOND + "=yes")
                .with("employerAgrees", "agrees")
                .with("profession", "planner")
                .with("country", "TN")
                .with("years", "5");
    }

    static CallTerms terms() {
        return new CallTerms(
                1,
                standard(),
                criteria(),
                said("rule"),
                said("privacy"),
                LocalizedText.EMPTY,
                null);
    }

    static CallView draft() {
        return call(null, null, null, null);
    }

    static CallView announced() {
        return call(OPENS.minus(Duration.ofDays(9)), null, null, null);
    }

    static CallView call(
            @Nullable Instant announced,
            @Nullable Instant deciding,
            @Nullable Instant decided,
            @Nullable Instant archived) {
        return new CallView(
                new CallId(UUID.randomUUID()),
                new ProgrammeId(UUID.randomUUID()),
                new EditionId(UUID.randomUUID()),
                "a-call",
                said("A call"),
                LocalizedText.EMPTY,
                LocalizedText.EMPTY,
                25,
                List.of(),
                OPENS,
                CLOSES,
                null,
                TUNIS,
                15,
                3,
                announced,
                deciding,
                decided,
                archived,
                false,
                1,
                1,
                OPENS);
    }

    /** As the real one of 2020: a day, no hour, no zone. */
    static CallView dayOnly() {
        CallView call = call(null, null, null, CLOSES);
        return new CallView(
                call.id(),
                call.programme(),
                call.edition(),
                call.slug(),
                call.title(),
                call.summary(),
                call.text(),
                0,
                List.of(),
                null,
                null,
                FuzzyDate.of("2020-01-31"),
                null,
                0,
                0,
                null,
                null,
                null,
                CLOSES,
                false,
                1,
                1,
                CLOSES);
    }
}
