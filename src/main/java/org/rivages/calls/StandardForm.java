package org.rivages.calls;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rivages.calls.FieldKind.Choice;
import org.rivages.calls.FieldKind.Choice.Option;
import org.rivages.calls.FieldKind.Commitments.SessionLine;
import org.rivages.files.FileType;
import org.rivages.programmes.EditionId;
import org.rivages.programmes.Programmes;
import org.rivages.programmes.SessionStatus;
import org.rivages.programmes.SessionSummary;
import org.rivages.shared.FuzzyDate;
import org.rivages.shared.Language;
import org.rivages.shared.LocalizedText;
import org.rivages.site.Texts;
import org.rivages.site.Words;
import org.springframework.stereotype.Component;

/**
 * Where a new call begins: the form, criteria and texts that most calls need, in all languages, to
 * be edited at the desk. Keys and codes are stable; their labels are data of the call from then on.
 */
@Component
public class StandardForm {
    public static final List<String> PROFESSIONS =
            List.of(
                    "urban-planner",
                    "architect",
                    "engineer",
                    "elected-official",
                    "territorial-manager",
                    "development-officer",
                    "researcher",
                    "other");
    public static final List<String> ORGANISATION_TYPES =
            List.of(
                    "local-authority",
                    "metropolitan-authority",
                    "public-agency",
                    "state",
                    "association",
                    "company",
                    "university",
                    "other");
    public static final List<String> EMPLOYER_ANSWERS =
            List.of("agrees", "asked", "self-employed", "refuses");
    public static final List<String> GENDERS = List.of("woman", "man", "another", "unsaid");
    public static final List<String> AGE_BANDS =
            List.of("under-30", "30-39", "40-49", "50-59", "60-over");

    private static final Set<FileType> DOCUMENTS =
            EnumSet.of(FileType.PDF, FileType.WORD, FileType.OPEN_TEXT);
    private static final int MEGABYTE = 1_048_576;

    private final Texts texts;
    private final Programmes programmes;

    StandardForm(Texts texts, Programmes programmes) {
        this.texts = texts;
        this.programmes = programmes;
    }

    /** Form, criteria, selection rule and privacy notice for a call of this edition. */
    public CallTerms terms(EditionId edition, int places, int retentionMonths) {
        return new CallTerms(
                1,
                form(sessions(edition)),
                criteria(),
                said("calls.standard.selection-rule", "places", places),
                said("calls.standard.privacy", "months", retentionMonths),
                LocalizedText.EMPTY,
                null);
    }

    /** The edition's sessions that are still to be promised, in words as they stand now. */
    List<SessionLine> sessions(EditionId edition) {
        return programmes.sessions(edition).stream()
                .filter(session -> session.status() != SessionStatus.CANCELLED)
                .map(session -> new SessionLine(session.id().value(), line(session)))
                .toList();
    }

    private LocalizedText line(SessionSummary session) {
        Map<Language, String> line = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            Words words = texts.in(language);
            FuzzyDate date = session.date();
            String place =
                    session.place().isEmpty()
                            ? words.get(session.title())
                            : words.get(session.place());
            line.put(
                    language,
                    date == null
                            ? words.get("calls.session-line.no-date", "place", place)
                            : words.get(
                                    "calls.session-line",
                                    "place",
                                    place,
                                    "date",
                                    words.date(date)));
        }
        return new LocalizedText(line);
    }

    CallForm form(List<SessionLine> sessions) {
        return new CallForm(
                Stream.of(
                                section("you", you()),
                                section("organisation", organisation()),
                                section(
                                        "languages",
                                        List.of(
                                                required(
                                                        AnswerKeys.LANGUAGES,
                                                        new FieldKind.LanguageLevels(
                                                                List.of("fr", "en", "ar"))))),
                                section("motivation", motivation()),
                                section(
                                        "commitments",
                                        List.of(
                                                required(
                                                        AnswerKeys.COMMITMENT,
                                                        new FieldKind.Commitments(sessions)))),
                                section("documents", documents()),
                                section(
                                        "balance",
                                        List.of(
                                                sealed(AnswerKeys.GENDER, GENDERS),
                                                sealed(AnswerKeys.AGE_BAND, AGE_BANDS))),
                                section(
                                        "consent",
                                        List.of(
                                                required(
                                                        AnswerKeys.CONSENT,
                                                        new FieldKind.Consent()))))
                        .toList());
    }

    private List<Field> you() {
        return List.of(
                required(AnswerKeys.FIRST_NAME, new FieldKind.ShortText(100)),
                required(AnswerKeys.LAST_NAME, new FieldKind.ShortText(100)),
                required(AnswerKeys.NATIONALITY, new FieldKind.Country()),
                required(AnswerKeys.COUNTRY, new FieldKind.Country()),
                required(AnswerKeys.CITY, new FieldKind.ShortText(100)),
                optional(AnswerKeys.PHONE, new FieldKind.Phone()),
                required(AnswerKeys.PROFESSION, choice(AnswerKeys.PROFESSION, PROFESSIONS)),
                required(AnswerKeys.YEARS_OF_EXPERIENCE, new FieldKind.Number(0, 60)));
    }

    private List<Field> organisation() {
        return List.of(
                required(AnswerKeys.ORGANISATION, new FieldKind.Organisation()),
                required(
                        AnswerKeys.ORGANISATION_TYPE,
                        choice(AnswerKeys.ORGANISATION_TYPE, ORGANISATION_TYPES)),
                optional(AnswerKeys.POSITION, new FieldKind.ShortText(150)),
                required(
                        AnswerKeys.EMPLOYER_AGREES,
                        choice(AnswerKeys.EMPLOYER_AGREES, EMPLOYER_ANSWERS)));
    }

    private List<Field> motivation() {
        return List.of(
                required(
                        AnswerKeys.MOTIVATION,
                        new FieldKind.LongText(400, FieldKind.LongText.Unit.WORDS)),
                required(
                        AnswerKeys.PROJECT,
                        new FieldKind.LongText(400, FieldKind.LongText.Unit.WORDS)));
    }

    private List<Field> documents() {
        FieldKind one = new FieldKind.Upload(DOCUMENTS, 5 * MEGABYTE, 1);
        FieldKind scan =
                new FieldKind.Upload(
                        EnumSet.of(FileType.PDF, FileType.JPEG, FileType.PNG), 5 * MEGABYTE, 1);
        return List.of(
                required(AnswerKeys.CV, one),
                required(AnswerKeys.MOTIVATION_LETTER, one),
                field(
                        AnswerKeys.EMPLOYER_LETTER,
                        true,
                        new Field.ShownIf(AnswerKeys.EMPLOYER_AGREES, "agrees"),
                        false,
                        scan));
    }

    List<Criterion> criteria() {
        return List.of(
                new Criterion.LanguageAtLeast(
                        "language", AnswerKeys.LANGUAGES, "fr", LanguageLevel.C1),
                new Criterion.EverySession("sessions", AnswerKeys.COMMITMENT),
                new Criterion.EmployerAgrees(
                        "employer",
                        AnswerKeys.EMPLOYER_AGREES,
                        Set.of("agrees"),
                        Set.of("asked", "self-employed"),
                        AnswerKeys.EMPLOYER_LETTER),
                new Criterion.Audience(
                        "audience",
                        AnswerKeys.PROFESSION,
                        Set.copyOf(PROFESSIONS.subList(0, 6)),
                        Set.of("other")));
    }

    private FormSection section(String key, List<Field> fields) {
        return new FormSection(
                key,
                said("calls.standard.section." + key),
                saidOrNothing("calls.standard.section." + key + ".help"),
                fields);
    }

    private Field required(String key, FieldKind kind) {
        return field(key, true, null, false, kind);
    }

    private Field optional(String key, FieldKind kind) {
        return field(key, false, null, false, kind);
    }

    private Field sealed(String key, List<String> codes) {
        return field(key, true, null, true, choice(key, codes));
    }

    private Field field(
            String key,
            boolean required,
            Field.@Nullable ShownIf shownIf,
            boolean sealed,
            FieldKind kind) {
        return new Field(
                key,
                said("calls.standard." + key),
                saidOrNothing("calls.standard." + key + ".help"),
                required,
                shownIf,
                sealed,
                kind);
    }

    private Choice choice(String key, List<String> codes) {
        return new Choice(
                codes.stream()
                        .map(code -> new Option(code, said("calls.standard." + key + "." + code)))
                        .toList(),
                false);
    }

    private LocalizedText saidOrNothing(String key) {
        return texts.in(Language.EN).has(key) ? said(key) : LocalizedText.EMPTY;
    }

    /** The words of this key in every language, to be edited from then on. */
    private LocalizedText said(String key, Object... args) {
        Map<Language, String> said = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            said.put(language, texts.in(language).get(key, args));
        }
        return new LocalizedText(said);
    }
}
