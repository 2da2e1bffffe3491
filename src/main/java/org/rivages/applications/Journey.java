package org.rivages.applications;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rivages.applications.ApplyView.CriterionLine;
import org.rivages.applications.ApplyView.Step;
import org.rivages.calls.Answers;
import org.rivages.calls.Assessment;
import org.rivages.calls.CallForm;
import org.rivages.calls.CallTerms;
import org.rivages.calls.CallView;
import org.rivages.calls.Field;
import org.rivages.calls.Field.Strictness;
import org.rivages.calls.FormSection;
import org.rivages.directory.Directory;
import org.rivages.site.Form;
import org.rivages.site.Form.Problem;
import org.rivages.site.Page;
import org.rivages.site.Words;
import org.springframework.stereotype.Component;

/** Prepares what an applicant sees: steps, what is missing, what the criteria say. Reads only. */
@Component
class Journey {
    private final ApplicationMails mails;
    private final Directory directory;

    Journey(ApplicationMails mails, Directory directory) {
        this.mails = mails;
        this.directory = directory;
    }

    ApplyView view(
            Page page,
            CallView call,
            CallTerms terms,
            Optional<Application> application,
            String here) {
        Answers answers = application.map(Application::answers).orElse(Answers.NONE);
        Map<String, List<Problem>> problems = terms.form().check(answers, Strictness.SUBMISSION);
        List<Step> steps = new ArrayList<>();
        for (FormSection section : terms.form().sections()) {
            long missing =
                    section.fields().stream()
                            .filter(field -> problems.containsKey(field.key()))
                            .count();
            steps.add(
                    new Step(
                            section.key(),
                            page.t(section.title()),
                            (int) missing,
                            section.fields().stream().anyMatch(field -> answers.has(field.key()))));
        }
        Instant closes = call.closes();
        return new ApplyView(
                call,
                here,
                steps,
                percent(terms.form(), answers, problems),
                criteria(page.words(), terms, terms.assess(answers), Map.of()),
                application.map(Application::version).orElse(0),
                UUID.randomUUID().toString(),
                application
                        .filter(one -> one.version() > 0)
                        .map(one -> page.words().moment(one.changedAt(), mails.zone(call)))
                        .orElse(""),
                closes == null ? "" : mails.moment(page.words(), closes, call),
                call.accepts(page.now()),
                application.map(one -> sent(page, call, one)).orElse(""),
                application.map(Application::changedSinceSent).orElse(false));
    }

    private String sent(Page page, CallView call, Application application) {
        Instant at = application.sentAt();
        return at == null || !application.state().sent()
                ? ""
                : mails.moment(page.words(), at, call);
    }

    private static int percent(
            CallForm form, Answers answers, Map<String, List<Problem>> problems) {
        List<Field> asked =
                form.fields().filter(field -> field.required() && field.shown(answers)).toList();
        long done = asked.stream().filter(field -> !problems.containsKey(field.key())).count();
        return asked.isEmpty() ? 100 : (int) (100 * done / asked.size());
    }

    /**
     * @param overruled criterion → the reason with which a person decided otherwise
     */
    static List<CriterionLine> criteria(
            Words words, CallTerms terms, List<Assessment> found, Map<String, String> overruled) {
        return found.stream()
                .map(one ->
                        new CriterionLine(
                                one.criterion().id(),
                                one.criterion().field(),
                                one.criterion().sentence(terms.form()).in(words),
                                one.outcome(),
                                one.answered(),
                                one.reason().in(words),
                                overruled.get(one.criterion().id())))
                .toList();
    }

    /** The questions of a section, filled in, with what is wrong beside them. */
    static Form filled(
            CallForm form,
            FormSection section,
            Answers answers,
            Strictness strictness,
            Map<String, Problem> uploads) {
        Form filled = CallForm.fill(section.fields(), answers);
        Map<String, List<Problem>> problems = form.check(answers, strictness);
        for (Field field : section.fields()) {
            Problem upload = uploads.get(field.key());
            if (upload != null) {
                reject(filled, field.key(), upload);
            }
            for (Problem problem : problems.getOrDefault(field.key(), List.of())) {
                reject(filled, field.key(), problem);
            }
        }
        return filled;
    }

    static void reject(Form form, String field, Problem problem) {
        List<Object> args = new ArrayList<>();
        problem.args()
                .forEach((name, value) -> {
                    args.add(name);
                    args.add(value);
                });
        form.reject(field, problem.key(), args.toArray());
    }

    /** Names to choose from; whoever is not among them writes their own. */
    List<String> organisations(Page page, FormSection section) {
        boolean asked =
                section.fields().stream()
                        .anyMatch(field ->
                                field.kind() instanceof org.rivages.calls.FieldKind.Organisation);
        return asked
                ? directory.all().stream()
                        .map(one -> one.label(page.language()))
                        .distinct()
                        .toList()
                : List.of();
    }

    /** Where somebody who comes back goes on: the first step with something missing. */
    static @Nullable String firstOpen(CallForm form, Answers answers) {
        Map<String, List<Problem>> problems = form.check(answers, Strictness.SUBMISSION);
        return form.sections().stream()
                .filter(section ->
                        section.fields().stream()
                                .anyMatch(field -> problems.containsKey(field.key())))
                .map(FormSection::key)
                .findFirst()
                .orElse(null);
    }
}
