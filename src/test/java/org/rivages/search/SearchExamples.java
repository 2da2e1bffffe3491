package org.rivages.search;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rivages.access.Role;
import org.rivages.shared.FuzzyDate;
import org.rivages.shared.LocalizedText;

/**
 * Records for tests: {@code record("avitem").title("…", "…", "…").with("country", "FR").build()}.
 */
public final class SearchExamples {
    /** With the thesaurus that comes with the program. */
    static final Analysis ANALYSIS = new Analysis(Thesaurus.shipped());

    private final String slug;
    private String kind = "organisation";
    private LocalizedText title;
    private LocalizedText summary = LocalizedText.EMPTY;
    private LocalizedText text = LocalizedText.EMPTY;
    private LocalizedText change = LocalizedText.EMPTY;
    private final List<String> names = new ArrayList<>();
    private final Map<String, Set<String>> criteria = new LinkedHashMap<>();
    private final Set<String> pairs = new LinkedHashSet<>();
    private final List<FuzzyDate> dates = new ArrayList<>();
    private final LinkedHashMap<String, String> columns = new LinkedHashMap<>();
    private @Nullable FuzzyDate when;
    private Set<Role> seenBy = Set.of();
    private @Nullable UUID programme;
    private SearchDocument.@Nullable Place place;
    private Instant changedAt = Instant.parse("2026-11-01T08:00:00Z");

    private SearchExamples(String slug) {
        this.slug = slug;
        this.title = LocalizedText.same(slug);
    }

    public static SearchExamples record(String slug) {
        return new SearchExamples(slug);
    }

    public SearchExamples kind(String newKind) {
        kind = newKind;
        return this;
    }

    public SearchExamples title(String en, String fr, String ar) {
        title = LocalizedText.of(en, fr, ar);
        return this;
    }

    public SearchExamples summary(String en, String fr, String ar) {
        summary = LocalizedText.of(en, fr, ar);
        return this;
    }

    public SearchExamples text(String en, String fr, String ar) {
        text = LocalizedText.of(en, fr, ar);
        return this;
    }

    public SearchExamples change(String en, String fr, String ar) {
        change = LocalizedText.of(en, fr, ar);
        return this;
    }

    public SearchExamples name(String name) {
        names.add(name);
        return this;
    }

    public SearchExamples with(String criterion, String... values) {
        criteria.computeIfAbsent(criterion, c -> new TreeSet<>()).addAll(List.of(values));
        return this;
    }

    public SearchExamples member(String network, String membershipClass) {
        pairs.add(network + "/" + membershipClass);
        return this;
    }

    public SearchExamples date(String edtf) {
        when = FuzzyDate.of(edtf);
        dates.add(when);
        return this;
    }

    public SearchExamples at(double latitude, double longitude) {
        place = new SearchDocument.Place(latitude, longitude);
        return this;
    }

    public SearchExamples column(String name, String value) {
        columns.put(name, value);
        return this;
    }

    public SearchExamples seenBy(Role... roles) {
        seenBy = Set.copyOf(List.of(roles));
        return this;
    }

    public SearchExamples of(UUID newProgramme) {
        programme = newProgramme;
        return this;
    }

    public SearchExamples changedAt(String instant) {
        changedAt = Instant.parse(instant);
        return this;
    }

    public SearchDocument build() {
        return new SearchDocument(
                kind,
                id(slug),
                "/" + kind + "s/" + slug,
                title,
                summary,
                text,
                names,
                criteria,
                pairs,
                dates,
                when,
                place,
                columns,
                seenBy,
                programme,
                changedAt,
                change,
                null);
    }

    public static UUID id(String slug) {
        return UUID.nameUUIDFromBytes(slug.getBytes(StandardCharsets.UTF_8));
    }
}
