package org.rivages.calls;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.rivages.shared.Language;
import org.rivages.shared.LocalizedText;

/** What must be put right before a call may be public, and what should be. Pure. */
final class CallChecks {
    private CallChecks() {}

    /** What forbids to announce: gaps and contradictions. */
    static List<Reason> obstacles(CallView call, CallTerms terms, Instant now) {
        List<Reason> found = new ArrayList<>(dates(call, now));
        if (call.places() < 1) {
            found.add(Reason.of("calls.check.places"));
        }
        if (call.title().isEmpty()) {
            found.add(Reason.of("calls.check.title"));
        }
        if (terms.selectionRule().isEmpty()) {
            found.add(Reason.of("calls.check.selection-rule"));
        }
        if (terms.privacyNotice().isEmpty()) {
            found.add(Reason.of("calls.check.privacy"));
        }
        found.addAll(contradictions(terms));
        return found;
    }

    private static List<Reason> dates(CallView call, Instant now) {
        List<Reason> found = new ArrayList<>();
        if (call.opens() == null || call.closes() == null || call.zone() == null) {
            found.add(Reason.of("calls.check.no-deadline"));
            return found;
        }
        if (!call.opens().isBefore(call.closes())) {
            found.add(Reason.of("calls.check.opens-after-closes"));
        }
        if (!call.closes().isAfter(now)) {
            found.add(Reason.of("calls.check.deadline-past"));
        }
        return found;
    }

    /**
     * What cannot be met by anybody, or asks about what is not there. Forbids publishing new terms
     * too.
     */
    static List<Reason> contradictions(CallTerms terms) {
        List<Reason> found = new ArrayList<>();
        CallForm form = terms.form();
        if (form.fields().findAny().isEmpty()) {
            found.add(Reason.of("calls.check.empty-form"));
        }
        Set<String> keys = new HashSet<>();
        form.fields()
                .filter(field -> !keys.add(field.key()))
                .forEach(
                        field -> found.add(Reason.of("calls.check.key-twice", "key", field.key())));
        form.fields().forEach(field -> found.addAll(inField(field, form)));
        terms.criteria().forEach(criterion -> found.addAll(inCriterion(criterion, form)));
        return found;
    }

    private static List<Reason> inField(Field field, CallForm form) {
        List<Reason> found = new ArrayList<>();
        Field.ShownIf condition = field.shownIf();
        if (condition != null && !possible(condition, field, form)) {
            found.add(Reason.of("calls.check.shown-if", "question", field.label()));
        }
        if (condition != null
                && !field.sealed()
                && form.field(condition.field()).map(Field::sealed).orElse(false)) {
            found.add(Reason.of("calls.check.shown-if-sealed", "question", field.label()));
        }
        boolean empty =
                switch (field.kind()) {
                    case FieldKind.Choice kind -> kind.options().isEmpty();
                    case FieldKind.LanguageLevels kind -> kind.languages().isEmpty();
                    case FieldKind.Number kind -> kind.least() > kind.most();
                    case FieldKind.Upload kind -> kind.types().isEmpty();
                    case FieldKind.Commitments kind -> kind.sessions().isEmpty();
                    default -> false;
                };
        if (empty) {
            found.add(Reason.of("calls.check.no-answer-possible", "question", field.label()));
        }
        return found;
    }

    /**
     * Questions that people were told are for balance only, and that no longer would be: what was
     * answered to them would be read.
     */
    static List<Reason> unsealed(CallForm form, List<CallTerms> before) {
        return form.fields()
                .filter(field -> !field.sealed())
                .filter(field ->
                        before.stream()
                                .flatMap(terms -> terms.form().field(field.key()).stream())
                                .anyMatch(Field::sealed))
                .map(field -> Reason.of("calls.check.unsealed", "question", field.label()))
                .toList();
    }

    private static boolean possible(Field.ShownIf condition, Field self, CallForm form) {
        return !condition.field().equals(self.key())
                && form.field(condition.field())
                        .map(other ->
                                other.kind() instanceof FieldKind.Choice choice
                                        ? FieldRules.labels(choice).containsKey(condition.value())
                                        : !(other.kind() instanceof FieldKind.Consent)
                                                || condition.value().equals(FieldKind.YES))
                        .orElse(false);
    }

    private static List<Reason> inCriterion(Criterion criterion, CallForm form) {
        var field = form.field(criterion.field());
        if (field.isEmpty()) {
            return List.of(
                    Reason.of(
                            "calls.check.criterion-without-question",
                            "criterion",
                            name(criterion)));
        }
        List<Reason> found = new ArrayList<>();
        if (!fits(criterion, field.get().kind())) {
            found.add(
                    Reason.of(
                            "calls.check.criterion-impossible",
                            "criterion",
                            name(criterion),
                            "question",
                            field.get().label()));
        }
        if (!field.get().required() || field.get().shownIf() != null) {
            found.add(
                    Reason.of(
                            "calls.check.criterion-optional",
                            "criterion",
                            name(criterion),
                            "question",
                            field.get().label()));
        }
        if (field.get().sealed()) {
            found.add(Reason.of("calls.check.criterion-sealed", "criterion", name(criterion)));
        }
        return found;
    }

    /** A name is spoken like a text: the words of the criterion's kind. */
    private static Reason.MessageKey name(Criterion criterion) {
        return new Reason.MessageKey("calls.criterion." + criterion.code());
    }

    private static boolean fits(Criterion criterion, FieldKind kind) {
        return switch (criterion) {
            case Criterion.LanguageAtLeast rule ->
                    kind instanceof FieldKind.LanguageLevels levels
                            && levels.languages().contains(rule.language())
                            && LanguageLevel.CEFR.contains(rule.least());
            case Criterion.EverySession _ -> kind instanceof FieldKind.Commitments;
            case Criterion.LocalAuthority rule -> offers(kind, rule.accepted(), rule.unclear());
            case Criterion.CountryIn rule ->
                    kind instanceof FieldKind.Country && !rule.countries().isEmpty();
            case Criterion.EmployerAgrees rule -> offers(kind, rule.accepted(), rule.unclear());
            case Criterion.Audience rule -> offers(kind, rule.accepted(), rule.unclear());
            case Criterion.YearsAtLeast rule ->
                    kind instanceof FieldKind.Number number && number.most() >= rule.years();
        };
    }

    private static boolean offers(FieldKind kind, Set<String> accepted, Set<String> unclear) {
        return kind instanceof FieldKind.Choice choice
                && !accepted.isEmpty()
                && FieldRules.labels(choice).keySet().containsAll(accepted)
                && FieldRules.labels(choice).keySet().containsAll(unclear)
                && accepted.stream().noneMatch(unclear::contains);
    }

    /** Texts that lack a language: not forbidden, but said. */
    static List<Reason> missingTranslations(CallView call, CallTerms terms) {
        List<Reason> found = new ArrayList<>();
        for (Language language : Language.values()) {
            List<Object> lacking = new ArrayList<>();
            lack(lacking, call.title(), language, "calls.settings.title");
            lack(lacking, call.summary(), language, "calls.settings.summary");
            lack(lacking, call.text(), language, "calls.settings.text");
            lack(lacking, terms.selectionRule(), language, "calls.selection-rule");
            lack(lacking, terms.privacyNotice(), language, "calls.privacy-notice");
            terms.form()
                    .fields()
                    .filter(field -> !field.label().has(language))
                    .forEach(field -> lacking.add(field.label()));
            if (!lacking.isEmpty()) {
                found.add(
                        Reason.of(
                                "calls.check.translation",
                                "language",
                                new Reason.LanguageTag(language.code()),
                                "texts",
                                lacking));
            }
        }
        return found;
    }

    private static void lack(
            List<Object> lacking, LocalizedText text, Language language, String key) {
        if (!text.isEmpty() && !text.has(language)) {
            lacking.add(new Reason.MessageKey(key));
        }
    }
}
