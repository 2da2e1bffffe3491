package org.rivages.reviews;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.rivages.directory.Directory;
import org.rivages.directory.OrganisationId;
import org.rivages.directory.OrganisationSummary;
import org.rivages.shared.Language;
import org.rivages.site.Form;
import org.rivages.site.Page;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Who a juror is, as a form: filled in by the juror or by the secretariat. */
@Component
class ProfileForm {
    private final Directory directory;

    ProfileForm(Directory directory) {
        this.directory = directory;
    }

    static Form filled(JurorProfile profile) {
        OrganisationId organisation = profile.organisationId();
        return Form.empty()
                .with("organisation", profile.organisation())
                .with("organisationId", organisation == null ? null : organisation.value())
                .with("city", profile.city())
                .with(
                        "languages",
                        profile.languages().stream().map(Language::code).sorted().toList());
    }

    /** Empty when something is wrong; the form says what. */
    Optional<JurorProfile> read(Form form, UUID juror) {
        String written = form.line("organisation", Form.LINE);
        Optional<OrganisationSummary> known =
                form.id("organisationId")
                        .flatMap(id -> directory.organisation(new OrganisationId(id)));
        String city = form.line("city", Form.LINE);
        Set<Language> languages = EnumSet.noneOf(Language.class);
        for (String code : form.all("languages")) {
            Language.of(code)
                    .ifPresentOrElse(
                            languages::add, () -> form.reject("languages", "site.form.choice"));
        }
        if (languages.isEmpty()) {
            form.reject("languages", "reviews.profile.languages-missing");
        }
        if (!form.ok()) {
            return Optional.empty();
        }
        return Optional.of(
                new JurorProfile(
                        juror,
                        written.isEmpty()
                                ? known.map(o -> o.name().in(Language.EN)).orElse("")
                                : written,
                        known.map(OrganisationSummary::id).orElse(null),
                        city,
                        languages));
    }

    ModelAndView view(Page page, Form form, String name, String path, String back) {
        Map<String, String> organisations = new LinkedHashMap<>();
        directory.all().stream()
                .sorted(
                        java.util.Comparator.comparing(
                                (OrganisationSummary one) -> one.label(page.language()),
                                java.text.Collator.getInstance(page.language().locale())))
                .forEach(one ->
                        organisations.put(one.uuid().toString(), one.label(page.language())));
        return page.view(
                "org/rivages/reviews/profile",
                "form",
                form,
                "name",
                name,
                "path",
                path,
                "back",
                back,
                "organisations",
                organisations);
    }
}
