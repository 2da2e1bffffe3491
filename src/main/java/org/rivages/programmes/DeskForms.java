package org.rivages.programmes;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rivages.directory.Directory;
import org.rivages.directory.OrganisationId;
import org.rivages.directory.Themes;
import org.rivages.shared.Slug;
import org.rivages.site.Form;
import org.springframework.stereotype.Component;

/** What the desk's forms say, in both directions. */
@Component
class DeskForms {
    private static final int SHORT = 200;
    private static final int SUMMARY = 500;
    private static final int LONG = 6000;

    private final DeskChoices choices;
    private final Directory directory;

    DeskForms(DeskChoices choices, Directory directory) {
        this.choices = choices;
        this.directory = directory;
    }

    // ---- programmes

    static Form of(@Nullable Programme programme) {
        if (programme == null) {
            return Form.empty();
        }
        Form form =
                Form.empty()
                        .with("version", programme.version())
                        .with("slug", programme.slug())
                        .with("name", programme.name())
                        .with("summary", programme.summary())
                        .with("rationale", programme.rationale())
                        .with("objectives", programme.objectives())
                        .with("audience", programme.audience())
                        .with("source", programme.source())
                        .with("language", programme.languages())
                        .with("theme", programme.themes())
                        .with("published", programme.published() ? "yes" : null);
        DeskChoices.fill(form, programme.partners());
        return form;
    }

    ProgrammeContent programme(Form form) {
        return new ProgrammeContent(
                slug(form),
                form.requiredLocalized("name", SHORT),
                form.localized("summary", SUMMARY),
                form.localized("rationale", LONG),
                form.localized("objectives", LONG),
                form.localized("audience", LONG),
                form.localized("source", SUMMARY),
                DeskChoices.known(form, "language", DeskChoices.languageTags()),
                DeskChoices.known(form, "theme", Themes.CODES),
                choices.partners(form),
                form.ticked("published"));
    }

    // ---- editions

    static Form of(Edition edition) {
        Form form =
                Form.empty()
                        .with("version", edition.version())
                        .with("slug", edition.slug())
                        .with("year", edition.year())
                        .with("title", edition.title())
                        .with("summary", edition.summary())
                        .with("about", edition.about())
                        .with("source", edition.source())
                        .with("published", edition.published() ? "yes" : null);
        DeskChoices.fill(form, edition.partners());
        return form;
    }

    EditionContent edition(Form form) {
        return new EditionContent(
                slug(form),
                form.requiredInteger("year", 1950, 2150),
                form.requiredLocalized("title", SHORT),
                form.localized("summary", SUMMARY),
                form.localized("about", LONG),
                form.localized("source", SUMMARY),
                choices.partners(form),
                form.ticked("published"));
    }

    // ---- sessions

    static Form of(Session session) {
        return Form.empty()
                .with("version", session.version())
                .with("slug", session.slug())
                .with("title", session.title())
                .with("about", session.about())
                .with("host", session.host())
                .with("zone", session.zone().getId());
    }

    SessionContent session(Form form) {
        return new SessionContent(
                slug(form),
                form.requiredLocalized("title", SHORT),
                form.localized("about", LONG),
                host(form),
                zone(form));
    }

    private @Nullable OrganisationId host(Form form) {
        Optional<OrganisationId> host = form.id("host").map(OrganisationId::new);
        if (host.isPresent() && !directory.exists(host.get())) {
            form.reject("host", "site.form.choice");
        }
        return host.orElse(null);
    }

    private static ZoneId zone(Form form) {
        String name = form.requiredLine("zone", 60);
        if (ZoneId.getAvailableZoneIds().contains(name)) {
            return ZoneId.of(name);
        }
        form.reject("zone", "programmes.desk.zone-unknown");
        return ZoneId.of("UTC");
    }

    // ---- date, place and status of a session

    static Form of(Session session, SessionState state) {
        return Form.empty()
                .with("version", session.version())
                .with("status", state.status().name())
                .with("date", state.date())
                .with("place", state.place())
                .with("country", state.country());
    }

    static SessionState state(Form form) {
        SessionStatus status =
                form.choice("status", SessionStatus.class).orElse(SessionStatus.TENTATIVE);
        if (form.value("status").isEmpty()) {
            form.reject("status", "site.form.required");
        }
        return new SessionState(
                status,
                form.date("date").orElse(null),
                form.localized("place", SHORT),
                form.choice("country", DeskForms::country).orElse(null));
    }

    private static Optional<String> country(String code) {
        return List.of(Locale.getISOCountries()).contains(code)
                ? Optional.of(code)
                : Optional.empty();
    }

    static void reject(Form form, Map<String, String> reasons) {
        reasons.forEach(form::reject);
    }

    // ---- all

    private static String slug(Form form) {
        String slug = form.requiredLine("slug", 80);
        if (!slug.isEmpty() && !Slug.isSlug(slug)) {
            form.reject("slug", "programmes.desk.slug-form");
        }
        return slug;
    }

    static int version(Form form) {
        return form.integer("version", 0, Integer.MAX_VALUE).orElse(0);
    }

    /** Somebody was faster: what was typed stays, and saving again overwrites knowingly. */
    static void stale(Form form, int version) {
        form.with("version", version);
        form.reject("slug", "programmes.desk.stale");
    }
}
