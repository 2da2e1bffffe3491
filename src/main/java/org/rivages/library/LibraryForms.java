package org.rivages.library;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.rivages.access.Viewer;
import org.rivages.directory.Directory;
import org.rivages.directory.OrganisationId;
import org.rivages.directory.Themes;
import org.rivages.programmes.DeskChoices;
import org.rivages.programmes.SessionId;
import org.rivages.shared.FuzzyDate;
import org.rivages.shared.Language;
import org.rivages.shared.LocalizedText;
import org.rivages.shared.Slug;
import org.rivages.site.Form;
import org.springframework.stereotype.Component;

/** What the forms of the desk say, in both directions. */
@Component
class LibraryForms {
    /** Rows for those who reused it, on a form. */
    static final int REUSED = 6;

    static final List<String> GOALS =
            IntStream.rangeClosed(1, 17).mapToObj(String::valueOf).toList();

    private static final int SHORT = 200;
    private static final int SUMMARY = 500;
    private static final int LONG = 12_000;
    private static final int COMMENT = 500;
    private static final int SLUG = 80;

    private final Directory directory;
    private final LibraryRules rules;

    LibraryForms(Directory directory, LibraryRules rules) {
        this.directory = directory;
        this.rules = rules;
    }

    static String field(EntryPart part) {
        return "part-" + part.code();
    }

    static Form of(Entry entry) {
        EntryContent content = entry.content();
        Form form =
                Form.empty()
                        .with("version", entry.version())
                        .with("slug", content.slug())
                        .with("title", content.title())
                        .with("summary", content.summary())
                        .with("source", content.source())
                        .with("link", content.link())
                        .with("organisation", content.organisation())
                        .with(
                                "session",
                                content.session() == null ? null : content.session().value())
                        .with("date", content.date())
                        .with("language", content.languages())
                        .with("theme", content.themes())
                        .with("sdg", content.sdgs().stream().map(String::valueOf).toList());
        content.kind().parts().forEach(part -> form.with(field(part), content.part(part)));
        for (int i = 0; i < content.reusedBy().size(); i++) {
            form.with("reused-" + i, content.reusedBy().get(i));
        }
        return form;
    }

    /**
     * @param before what stands there now, which a viewer may keep though they could not choose it;
     *     null for a new entry
     */
    EntryContent content(Form form, EntryKind kind, Viewer viewer, @Nullable Entry before) {
        LocalizedText title = form.requiredLocalized("title", SHORT);
        String slug = slug(form, title, before);
        LocalizedText summary = form.localized("summary", SUMMARY);
        Map<EntryPart, LocalizedText> parts = new EnumMap<>(EntryPart.class);
        kind.parts().forEach(part -> parts.put(part, form.localized(field(part), LONG)));
        LocalizedText source = form.localized("source", SUMMARY);
        EntryContent content =
                new EntryContent(
                        kind,
                        slug,
                        title,
                        summary,
                        parts,
                        source,
                        form.link("link"),
                        organisation(form, "organisation", before).orElse(null),
                        session(form, viewer, before).orElse(null),
                        form.date("date").orElse(null),
                        DeskChoices.known(form, "language", DeskChoices.languageTags()),
                        DeskChoices.known(form, "theme", Themes.CODES),
                        DeskChoices.known(form, "sdg", GOALS).stream()
                                .map(Integer::valueOf)
                                .toList(),
                        reusedBy(form, before));
        if (content.lacksSource()) {
            form.reject("source." + Language.EN.code(), "library.problem.results-need-source");
        }
        return content;
    }

    /** Made from the title where it is left out; never changed once the entry was public. */
    private static String slug(Form form, LocalizedText title, @Nullable Entry before) {
        if (before != null && before.publishedAt() != null) {
            return before.slug();
        }
        String typed = form.line("slug", SLUG);
        String slug = typed.isEmpty() ? Slug.from(title.in(Language.EN)) : typed;
        if (!slug.isEmpty() && !Slug.isSlug(slug)) {
            form.reject("slug", "programmes.desk.slug-form");
        } else if (slug.isEmpty() && !title.isEmpty()) {
            form.reject("slug", "site.form.required");
        }
        return slug;
    }

    private Optional<OrganisationId> organisation(Form form, String field, @Nullable Entry before) {
        Optional<OrganisationId> chosen = form.id(field).map(OrganisationId::new);
        if (chosen.isPresent() && !directory.exists(chosen.get()) && !named(before, chosen.get())) {
            form.reject(field, "site.form.choice");
            return Optional.empty();
        }
        return chosen;
    }

    /** An archived organisation stays where it stands. */
    private static boolean named(@Nullable Entry before, OrganisationId organisation) {
        return before != null
                && (organisation.equals(before.content().organisation())
                        || before.content().reusedBy().contains(organisation));
    }

    private Optional<SessionId> session(Form form, Viewer viewer, @Nullable Entry before) {
        Optional<SessionId> chosen = form.id("session").map(SessionId::new);
        boolean kept =
                before != null
                        && chosen.isPresent()
                        && chosen.get().equals(before.content().session());
        if (chosen.isPresent() && !kept && !rules.mayName(viewer, chosen.get())) {
            form.reject("session", "site.form.choice");
            return Optional.empty();
        }
        return chosen;
    }

    private List<OrganisationId> reusedBy(Form form, @Nullable Entry before) {
        Set<OrganisationId> all = new LinkedHashSet<>();
        for (int i = 0; i < rows(before); i++) {
            organisation(form, "reused-" + i, before).ifPresent(all::add);
        }
        return List.copyOf(all);
    }

    /** As many rows as there are names, and some more. */
    static int rows(@Nullable Entry before) {
        return before == null ? REUSED : Math.max(REUSED, before.content().reusedBy().size() + 2);
    }

    static int version(Form form) {
        return form.integer("version", 0, Integer.MAX_VALUE).orElse(0);
    }

    // ---- steps

    /**
     * What a person asks to be done next.
     *
     * @param day for a confirmation
     */
    record Asked(@Nullable StepKind kind, String comment, @Nullable LocalDate day) {}

    static Asked step(Form form, LocalDate today) {
        StepKind kind = form.choice("step", StepKind.class).orElse(null);
        if (kind == null && form.ok()) {
            form.reject("step", "site.form.required");
        }
        String comment = form.line("comment", COMMENT);
        if (kind != null && kind.needsComment() && comment.isEmpty()) {
            form.reject("comment", "library.problem.say-why");
        }
        return new Asked(kind, comment, kind == StepKind.CONFIRMED ? day(form, today) : null);
    }

    private static @Nullable LocalDate day(Form form, LocalDate today) {
        Optional<FuzzyDate> day = form.date("day");
        if (day.isEmpty()) {
            form.reject("day", "site.form.required");
            return null;
        }
        if (!day.get().start().equals(day.get().end())) {
            form.reject("day", "library.problem.one-day");
        } else if (day.get().start().isAfter(today)) {
            form.reject("day", "library.problem.not-yet");
        }
        return day.get().start();
    }
}
