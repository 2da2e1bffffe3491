package org.rivages.demo;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rivages.directory.Claim;
import org.rivages.directory.Directory;
import org.rivages.directory.Identifier;
import org.rivages.directory.IdentifierScheme;
import org.rivages.directory.Link;
import org.rivages.directory.LinkState;
import org.rivages.directory.Mandate;
import org.rivages.directory.Membership;
import org.rivages.directory.MembershipClass;
import org.rivages.directory.MembershipState;
import org.rivages.directory.Office;
import org.rivages.directory.Organisation;
import org.rivages.directory.OrganisationId;
import org.rivages.directory.OrganisationKind;
import org.rivages.directory.Precision;
import org.rivages.directory.Records;
import org.rivages.directory.Relation;
import org.rivages.directory.RelationKind;
import org.rivages.directory.Seat;
import org.rivages.shared.FuzzyDate;
import org.rivages.shared.Json;
import org.rivages.shared.LocalizedText;
import org.springframework.stereotype.Component;

/**
 * The organisations of {@code directory.json}: real bodies, with what was publicly said of them.
 */
@Component
class DemoDirectory implements DemoStep {
    private record File(String about, List<Entry> organisations) {}

    private record Entry(
            String slug,
            OrganisationKind kind,
            LocalizedText name,
            @JsonProperty("native") @Nullable Native itself,
            @Nullable List<String> acronyms,
            LocalizedText description,
            @Nullable FuzzyDate founded,
            @Nullable LocalizedText foundedBy,
            @Nullable LocalizedText legalForm,
            @Nullable LocalizedText place,
            @Nullable String country,
            double @Nullable [] at,
            @Nullable Precision precision,
            @Nullable Integer inhabitants,
            @Nullable List<Address> links,
            List<String> themes,
            List<Integer> sdgs,
            @Nullable Map<String, String> identifiers,
            @Nullable List<Belongs> memberships,
            @Nullable List<Holds> mandates,
            @Nullable List<Stands> relations,
            List<Said> claims) {}

    private record Native(String name, String language) {}

    private record Address(String url, @Nullable LocalizedText label, FuzzyDate seen) {}

    private record Belongs(
            String network,
            @JsonProperty("class") MembershipClass quality,
            MembershipState state) {}

    private record Holds(String network, Office office, String source) {}

    private record Stands(RelationKind kind, String other, @Nullable FuzzyDate since) {}

    private record Said(
            @Nullable String value,
            LocalizedText text,
            @Nullable FuzzyDate asOf,
            String source,
            FuzzyDate checked,
            @Nullable LocalizedText dispute) {}

    private final Directory directory;
    private final Records records;

    DemoDirectory(Directory directory, Records records) {
        this.directory = directory;
        this.records = records;
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public void load() {
        if (directory.organisation("avec").isPresent()) {
            return;
        }
        records.addAll(
                read().organisations().stream().map(DemoDirectory::organisation).toList(),
                null,
                "directory.json");
    }

    private static File read() {
        try (InputStream file =
                Objects.requireNonNull(DemoDirectory.class.getResourceAsStream("directory.json"))) {
            return Json.read(new String(file.readAllBytes(), StandardCharsets.UTF_8), File.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Organisation organisation(Entry one) {
        return new Organisation(
                id(one.slug),
                one.slug,
                one.kind,
                new Organisation.Names(
                        one.name,
                        one.itself == null ? "" : one.itself.name,
                        one.itself == null ? "" : one.itself.language,
                        list(one.acronyms),
                        List.of()),
                one.description,
                one.founded,
                text(one.foundedBy),
                text(one.legalForm),
                seat(one),
                list(one.links).stream().map(DemoDirectory::link).toList(),
                one.themes,
                one.sdgs,
                identifiers(one),
                list(one.memberships).stream().map(DemoDirectory::membership).toList(),
                list(one.mandates).stream().map(DemoDirectory::mandate).toList(),
                list(one.relations).stream().map(DemoDirectory::relation).toList(),
                one.claims.stream().map(DemoDirectory::claim).toList(),
                null);
    }

    /** Always the same, so that entries can name each other. */
    private static OrganisationId id(String slug) {
        return OrganisationId.of(
                UUID.nameUUIDFromBytes(("organisation/" + slug).getBytes(StandardCharsets.UTF_8)));
    }

    private static Seat seat(Entry one) {
        return new Seat(
                text(one.place),
                one.country,
                one.at == null ? null : Double.valueOf(one.at[0]),
                one.at == null ? null : Double.valueOf(one.at[1]),
                one.precision,
                one.inhabitants);
    }

    private static List<Identifier> identifiers(Entry one) {
        return one.identifiers == null
                ? List.of()
                : one.identifiers.entrySet().stream()
                        .map(entry -> {
                            var scheme =
                                    IdentifierScheme.valueOf(
                                            entry.getKey().toUpperCase(java.util.Locale.ROOT));
                            return new Identifier(
                                    scheme, scheme.read(entry.getValue()).orElseThrow());
                        })
                        .toList();
    }

    private static Link link(Address one) {
        return new Link(one.url, text(one.label), LinkState.SEEN, one.seen, null);
    }

    private static Membership membership(Belongs one) {
        return new Membership(
                UUID.randomUUID(), id(one.network), one.quality, one.state, null, null, "");
    }

    private static Mandate mandate(Holds one) {
        return new Mandate(UUID.randomUUID(), id(one.network), one.office, null, null, one.source);
    }

    private static Relation relation(Stands one) {
        return new Relation(UUID.randomUUID(), one.kind, id(one.other), one.since, null);
    }

    private static Claim claim(Said one) {
        return new Claim(
                UUID.randomUUID(),
                one.value == null ? "" : one.value,
                one.text,
                one.asOf,
                one.source,
                "",
                one.checked,
                text(one.dispute));
    }

    private static LocalizedText text(@Nullable LocalizedText text) {
        return text == null ? LocalizedText.EMPTY : text;
    }

    private static <T> List<T> list(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }
}
