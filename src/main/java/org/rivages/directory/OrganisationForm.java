package org.rivages.directory;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rivages.shared.LocalizedText;
import org.rivages.shared.Slug;
import org.rivages.site.Form;

/** What the desk sends of an organisation: read with its rules, or filled in to be shown. */
final class OrganisationForm {
    static final List<String> PARTS =
            List.of("link", "identifier", "membership", "mandate", "relation", "claim");
    private static final int LONG = 5000;
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    private final Form form;
    private final OrganisationId id;

    OrganisationForm(Form form, OrganisationId id) {
        this.form = form;
        this.id = id;
    }

    /**
     * What was typed; to be stored only when the form is ok.
     *
     * @param before the stored record; null when it is new
     * @param offered the organisations that can be named
     */
    Organisation read(
            @Nullable Organisation before,
            Map<String, OrganisationSummary> offered,
            LocalDate today) {
        OrganisationKind kind =
                form.choice("kind", code -> Coded.of(OrganisationKind.class, code)).orElse(null);
        if (kind == null) {
            form.reject("kind", "site.form.required");
            kind = OrganisationKind.ASSOCIATION;
        }
        LocalizedText name = form.requiredLocalized("name", Form.LINE);
        String slug = slug(name);
        Organisation.Names names = names(name);
        PartForms parts = new PartForms(form, id, before, offered);
        return new Organisation(
                id,
                slug,
                kind,
                names,
                form.localized("description", LONG),
                form.date("founded").orElse(null),
                form.localized("foundedBy", 300),
                form.localized("legalForm", 300),
                seat(),
                parts.links(),
                chosen("theme", Themes.CODES),
                chosen("sdg", Themes.SDGS).stream().map(Integer::valueOf).toList(),
                parts.identifiers(),
                parts.memberships(),
                parts.mandates(),
                parts.relations(),
                parts.claims(),
                form.ticked("confirm") ? today : before == null ? null : before.confirmedOn());
    }

    private String slug(LocalizedText name) {
        String typed = form.line("slug", 80);
        String slug = typed.isEmpty() ? Slug.from(name.in(org.rivages.shared.Language.EN)) : typed;
        if (slug.equals("new") || !Slug.isSlug(slug)) {
            form.reject("slug", "directory.desk.problem.slug");
        }
        return slug;
    }

    private Organisation.Names names(LocalizedText name) {
        String language = form.line("nativeLanguage", 20);
        if (!language.isEmpty() && !language.matches("[a-zA-Z]{2,3}(-[A-Za-z0-9]{2,8})*")) {
            form.reject("nativeLanguage", "directory.desk.problem.language");
        }
        return new Organisation.Names(
                name,
                form.line("nativeName", Form.LINE),
                language,
                several("acronyms", "[,;،]"),
                several("former", "\n"));
    }

    private List<String> several(String field, String separator) {
        String text = separator.equals("\n") ? form.text(field, 1000) : form.line(field, 300);
        return new ArrayList<>(
                new LinkedHashSet<>(
                        Arrays.stream(text.split(separator))
                                .map(String::strip)
                                .filter(one -> !one.isEmpty())
                                .toList()));
    }

    private Seat seat() {
        Optional<String> country =
                form.choice(
                        "country",
                        code -> COUNTRIES.contains(code) ? Optional.of(code) : Optional.empty());
        Double latitude = degrees("latitude", 90);
        Double longitude = degrees("longitude", 180);
        Optional<Precision> precision =
                form.choice("precision", code -> Coded.of(Precision.class, code));
        if ((latitude == null) != (longitude == null)
                && form.problem("latitude") == null
                && form.problem("longitude") == null) {
            form.reject(latitude == null ? "latitude" : "longitude", "directory.desk.problem.both");
        }
        if (latitude != null && precision.isEmpty()) {
            form.reject("precision", "site.form.required");
        }
        return new Seat(
                form.localized("place", Form.LINE),
                country.orElse(null),
                latitude,
                longitude,
                latitude == null ? null : precision.orElse(null),
                inhabitants());
    }

    private @Nullable Integer inhabitants() {
        String text = form.line("inhabitants", 20).replaceAll("[\\s\\u00a0\\u202f.,'٬]", "");
        if (text.isEmpty()) {
            return null;
        }
        if (text.matches("[0-9]{1,8}") && Integer.parseInt(text) > 0) {
            return Integer.valueOf(text);
        }
        form.reject("inhabitants", "directory.desk.problem.inhabitants");
        return null;
    }

    private @Nullable Double degrees(String field, int most) {
        String text = form.line(field, 20).replace(',', '.').replace('٫', '.');
        if (text.isEmpty()) {
            return null;
        }
        if (text.matches("[-+]?[0-9]{1,3}(\\.[0-9]{1,9})?")
                && Math.abs(Double.parseDouble(text)) <= most) {
            return Double.valueOf(text);
        }
        form.reject(field, "directory.desk.problem.degrees", "most", most);
        return null;
    }

    private List<String> chosen(String field, List<String> codes) {
        if (!codes.containsAll(form.all(field))) {
            form.reject(field, "site.form.choice");
        }
        return codes.stream().filter(code -> form.has(field, code)).toList();
    }

    /** Shows a stored record. */
    static Form fill(Organisation one) {
        Form form = Form.empty();
        form.with("slug", one.slug())
                .with("kind", one.kind().code())
                .with("name", one.names().name())
                .with("nativeName", one.names().nativeName())
                .with("nativeLanguage", one.names().nativeLanguage())
                .with("acronyms", String.join(", ", one.names().acronyms()))
                .with("former", String.join("\n", one.names().former()))
                .with("description", one.description())
                .with("founded", one.founded())
                .with("foundedBy", one.foundedBy())
                .with("legalForm", one.legalForm())
                .with("place", one.seat().place())
                .with("country", one.seat().country())
                .with("latitude", one.seat().latitude())
                .with("longitude", one.seat().longitude())
                .with("precision", code(one.seat().precision()))
                .with("inhabitants", one.seat().inhabitants())
                .with("theme", one.themes())
                .with("sdg", one.sdgs().stream().map(String::valueOf).toList());
        PartForms.fill(form, one);
        return form;
    }

    private static @Nullable String code(@Nullable Coded word) {
        return word == null ? null : word.code();
    }

    static UUID known(String typed, Set<UUID> known) {
        try {
            UUID id = UUID.fromString(typed);
            return known.contains(id) ? id : UUID.randomUUID();
        } catch (IllegalArgumentException e) {
            return UUID.randomUUID();
        }
    }
}
