package org.rivages.directory;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rivages.shared.FuzzyDate;
import org.rivages.shared.LocalizedText;
import org.rivages.site.Form;

/** The repeatable parts of the desk's form. A row in which nothing was typed is no row. */
final class PartForms {
    private static final String REQUIRED = "site.form.required";

    private final Form form;
    private final OrganisationId id;
    private final Map<String, OrganisationSummary> offered;

    /** Ids of rows that this record has; a forged one becomes a new row. */
    private final Set<UUID> known = new HashSet<>();

    PartForms(
            Form form,
            OrganisationId id,
            @Nullable Organisation before,
            Map<String, OrganisationSummary> offered) {
        this.form = form;
        this.id = id;
        this.offered = offered;
        if (before != null) {
            before.memberships().forEach(part -> known.add(part.id()));
            before.mandates().forEach(part -> known.add(part.id()));
            before.relations().forEach(part -> known.add(part.id()));
            before.claims().forEach(part -> known.add(part.id()));
        }
    }

    List<Link> links() {
        List<Link> links = new ArrayList<>();
        for (String row : FormRows.of(form, "link")) {
            LocalizedText label = form.localized(row + ".label", Form.LINE);
            if (FormRows.blank(form, row, "url") && label.isEmpty()) {
                continue;
            }
            String url = form.link(row + ".url");
            if (form.value(row + ".url").isBlank()) {
                form.reject(row + ".url", REQUIRED);
            }
            links.add(
                    new Link(
                            url,
                            label,
                            choice(row + ".state", LinkState.class, LinkState.SEEN),
                            form.date(row + ".seen").orElse(null),
                            day(row + ".checked")));
        }
        return links;
    }

    List<Identifier> identifiers() {
        List<Identifier> identifiers = new ArrayList<>();
        for (String row : FormRows.of(form, "identifier")) {
            if (FormRows.blank(form, row, "value")) {
                continue;
            }
            IdentifierScheme scheme =
                    choice(row + ".scheme", IdentifierScheme.class, IdentifierScheme.WIKIDATA);
            Optional<String> value = scheme.read(form.line(row + ".value", Form.LINE));
            if (value.isEmpty()) {
                form.reject(row + ".value", "directory.desk.problem." + scheme.code());
            }
            identifiers.add(new Identifier(scheme, value.orElse("")));
        }
        return identifiers;
    }

    List<Membership> memberships() {
        List<Membership> memberships = new ArrayList<>();
        for (String row : FormRows.of(form, "membership")) {
            if (FormRows.blank(form, row, "other", "since", "until", "decision")) {
                continue;
            }
            FuzzyDate since = form.date(row + ".since").orElse(null);
            FuzzyDate until = until(row, since);
            memberships.add(
                    new Membership(
                            rowId(row),
                            other(row),
                            choice(row + ".class", MembershipClass.class, null),
                            choice(row + ".state", MembershipState.class, null),
                            since,
                            until,
                            form.line(row + ".decision", 300)));
        }
        return memberships;
    }

    List<Mandate> mandates() {
        List<Mandate> mandates = new ArrayList<>();
        for (String row : FormRows.of(form, "mandate")) {
            if (FormRows.blank(form, row, "other", "since", "until", "source")) {
                continue;
            }
            FuzzyDate since = form.date(row + ".since").orElse(null);
            mandates.add(
                    new Mandate(
                            rowId(row),
                            other(row),
                            choice(row + ".office", Office.class, null),
                            since,
                            until(row, since),
                            form.line(row + ".source", 300)));
        }
        return mandates;
    }

    List<Relation> relations() {
        List<Relation> relations = new ArrayList<>();
        for (String row : FormRows.of(form, "relation")) {
            if (FormRows.blank(form, row, "other", "since", "until")) {
                continue;
            }
            FuzzyDate since = form.date(row + ".since").orElse(null);
            relations.add(
                    new Relation(
                            rowId(row),
                            choice(row + ".kind", RelationKind.class, null),
                            other(row),
                            since,
                            until(row, since)));
        }
        return relations;
    }

    List<Claim> claims() {
        List<Claim> claims = new ArrayList<>();
        for (String row : FormRows.of(form, "claim")) {
            if (FormRows.blank(
                    form,
                    row,
                    "value",
                    "source",
                    "asOf",
                    "sourceUrl",
                    "checked",
                    "text.en",
                    "text.fr",
                    "text.ar",
                    "dispute.en",
                    "dispute.fr",
                    "dispute.ar")) {
                continue;
            }
            claims.add(
                    new Claim(
                            rowId(row),
                            form.line(row + ".value", 40),
                            form.requiredLocalized(row + ".text", 600),
                            form.date(row + ".asOf").orElse(null),
                            form.requiredLine(row + ".source", 300),
                            form.link(row + ".sourceUrl"),
                            form.date(row + ".checked").orElse(null),
                            form.localized(row + ".dispute", 1000)));
        }
        return claims;
    }

    private UUID rowId(String row) {
        UUID rowId = OrganisationForm.known(form.value(row + ".id"), known);
        known.remove(rowId);
        return rowId;
    }

    /** Another organisation, chosen from those offered. */
    private OrganisationId other(String row) {
        String field = row + ".other";
        OrganisationSummary other = offered.get(form.value(field));
        if (other == null) {
            form.reject(field, form.value(field).isEmpty() ? REQUIRED : "site.form.choice");
            return id;
        }
        if (other.id().equals(id)) {
            form.reject(field, "directory.desk.problem.itself");
        }
        return other.id();
    }

    private @Nullable FuzzyDate until(String row, @Nullable FuzzyDate since) {
        FuzzyDate until = form.date(row + ".until").orElse(null);
        if (since != null && until != null && until.end().isBefore(since.start())) {
            form.reject(row + ".until", "directory.desk.problem.until");
        }
        return until;
    }

    private @Nullable LocalDate day(String field) {
        FuzzyDate day = form.date(field).orElse(null);
        if (day != null && (day.isRange() || day.grain() != FuzzyDate.Grain.DAY)) {
            form.reject(field, "directory.desk.problem.day");
            return null;
        }
        return day == null ? null : day.start();
    }

    /**
     * @param usual what an empty choice means; null when one must be made
     */
    private <E extends Enum<E> & Coded> E choice(String field, Class<E> type, @Nullable E usual) {
        Optional<E> chosen = form.choice(field, code -> Coded.of(type, code));
        if (chosen.isEmpty() && usual == null) {
            form.reject(field, REQUIRED);
        }
        return chosen.orElse(usual == null ? type.getEnumConstants()[0] : usual);
    }

    static void fill(Form form, Organisation one) {
        for (Link link : one.links()) {
            String row = FormRows.next(form, "link");
            form.with(row + ".url", link.url())
                    .with(row + ".label", link.label())
                    .with(row + ".state", link.state().code())
                    .with(row + ".seen", link.seen())
                    .with(row + ".checked", link.checkedOn());
        }
        for (Identifier identifier : one.identifiers()) {
            String row = FormRows.next(form, "identifier");
            form.with(row + ".scheme", identifier.scheme().code())
                    .with(row + ".value", identifier.value());
        }
        for (Membership part : one.memberships()) {
            String row =
                    tie(form, "membership", part.id(), part.network(), part.since(), part.until());
            form.with(row + ".class", part.memberClass().code())
                    .with(row + ".state", part.state().code())
                    .with(row + ".decision", part.decision());
        }
        for (Mandate part : one.mandates()) {
            String row =
                    tie(form, "mandate", part.id(), part.network(), part.since(), part.until());
            form.with(row + ".office", part.office().code()).with(row + ".source", part.source());
        }
        for (Relation part : one.relations()) {
            String row = tie(form, "relation", part.id(), part.other(), part.since(), part.until());
            form.with(row + ".kind", part.kind().code());
        }
        for (Claim claim : one.claims()) {
            String row = FormRows.next(form, "claim");
            form.with(row + ".id", claim.id())
                    .with(row + ".value", claim.value())
                    .with(row + ".text", claim.text())
                    .with(row + ".asOf", claim.asOf())
                    .with(row + ".source", claim.source())
                    .with(row + ".sourceUrl", claim.sourceUrl())
                    .with(row + ".checked", claim.checked())
                    .with(row + ".dispute", claim.dispute());
        }
    }

    private static String tie(
            Form form,
            String part,
            UUID id,
            OrganisationId other,
            @Nullable FuzzyDate since,
            @Nullable FuzzyDate until) {
        String row = FormRows.next(form, part);
        form.with(row + ".id", id)
                .with(row + ".other", other)
                .with(row + ".since", since)
                .with(row + ".until", until);
        return row;
    }
}
