package org.rivages.directory;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rivages.shared.FuzzyDate;
import org.rivages.shared.Language;
import org.rivages.shared.LocalizedText;
import org.rivages.site.Words;

/** What two versions of a record do not have in common, field by field, in words. */
public final class Differences {
    /**
     * One field that changed.
     *
     * @param label what the field is called at the desk
     * @param before lines that are gone
     * @param after lines that are new
     */
    public record Difference(String label, List<String> before, List<String> after) {}

    private final Words words;
    private final Map<OrganisationId, OrganisationSummary> named;

    Differences(Words words, Map<OrganisationId, OrganisationSummary> named) {
        this.words = words;
        this.named = named;
    }

    List<Difference> between(Organisation before, Organisation after) {
        Map<String, List<String>> old = lines(before);
        List<Difference> differences = new ArrayList<>();
        lines(after)
                .forEach((label, now) -> {
                    List<String> then = old.getOrDefault(label, List.of());
                    if (!now.equals(then)) {
                        differences.add(
                                new Difference(label, without(then, now), without(now, then)));
                    }
                });
        return differences;
    }

    private static List<String> without(List<String> lines, List<String> others) {
        return lines.stream().filter(line -> !others.contains(line)).toList();
    }

    /** The whole record as lines under the labels of the form. */
    private Map<String, List<String>> lines(Organisation one) {
        Map<String, List<String>> lines = new LinkedHashMap<>();
        put(lines, "kind", words.get(one.kind().key()));
        put(lines, "slug", one.slug());
        texts(lines, "name", one.names().name());
        put(lines, "nativeName", one.names().nativeName());
        put(lines, "nativeLanguage", one.names().nativeLanguage());
        lines.put(label("acronyms"), one.names().acronyms());
        lines.put(label("former"), one.names().former());
        texts(lines, "description", one.description());
        put(lines, "founded", date(one.founded()));
        texts(lines, "foundedBy", one.foundedBy());
        texts(lines, "legalForm", one.legalForm());
        texts(lines, "place", one.seat().place());
        put(
                lines,
                "country",
                one.seat().country() == null ? "" : words.country(one.seat().country()));
        put(
                lines,
                "latitude",
                one.seat().onMap() ? one.seat().latitude() + ", " + one.seat().longitude() : "");
        put(
                lines,
                "inhabitants",
                one.seat().inhabitants() == null ? "" : words.number(one.seat().inhabitants()));
        lines.put(
                label("themes"),
                one.themes().stream().map(code -> words.get(Themes.key(code))).toList());
        lines.put(
                label("sdgs"),
                one.sdgs().stream().map(goal -> words.get(Themes.sdgKey(goal))).toList());
        parts(lines, one);
        put(lines, "confirmed", one.confirmedOn() == null ? "" : words.day(one.confirmedOn()));
        return lines;
    }

    private void parts(Map<String, List<String>> lines, Organisation one) {
        lines.put(label("links"), one.links().stream().map(this::link).toList());
        lines.put(
                label("identifiers"),
                one.identifiers().stream()
                        .map(part -> words.get(part.scheme().key()) + " " + part.value())
                        .toList());
        lines.put(
                label("memberships"),
                one.memberships().stream()
                        .map(part ->
                                joined(
                                        name(part.network()),
                                        words.get(part.memberClass().key()),
                                        words.get(part.state().key()),
                                        Profiles.period(part.since(), part.until(), words),
                                        part.decision()))
                        .toList());
        lines.put(
                label("mandates"),
                one.mandates().stream()
                        .map(part ->
                                joined(
                                        name(part.network()),
                                        words.get(part.office().key()),
                                        Profiles.period(part.since(), part.until(), words),
                                        part.source()))
                        .toList());
        lines.put(
                label("relations"),
                one.relations().stream()
                        .map(part ->
                                joined(
                                        words.get(part.kind().key()),
                                        name(part.other()),
                                        Profiles.period(part.since(), part.until(), words)))
                        .toList());
        lines.put(label("claims"), one.claims().stream().map(this::claim).toList());
    }

    private String link(Link link) {
        return joined(
                link.url(),
                every(link.label()),
                words.get(link.state().key()),
                date(link.seen()),
                link.checkedOn() == null ? "" : words.day(link.checkedOn()));
    }

    private String claim(Claim claim) {
        return joined(
                claim.value(),
                every(claim.text()),
                date(claim.asOf()),
                claim.source(),
                claim.sourceUrl(),
                date(claim.checked()),
                every(claim.dispute()));
    }

    private String name(OrganisationId id) {
        OrganisationSummary one = named.get(id);
        return one == null ? id.toString() : words.get(one.name());
    }

    private void texts(Map<String, List<String>> lines, String field, LocalizedText text) {
        for (Language language : Language.values()) {
            String value = text.exactly(language);
            lines.put(
                    label(field) + " (" + language.nativeName() + ")",
                    value.isEmpty() ? List.of() : value.lines().toList());
        }
    }

    private void put(Map<String, List<String>> lines, String field, String value) {
        lines.put(label(field), value.isEmpty() ? List.of() : List.of(value));
    }

    private String label(String field) {
        return words.get("directory.desk." + field);
    }

    private String date(@Nullable FuzzyDate date) {
        return date == null ? "" : words.date(date);
    }

    private static String every(LocalizedText text) {
        return String.join(" / ", text.byCode().values());
    }

    private static String joined(String... parts) {
        return String.join(" · ", Stream.of(parts).filter(part -> !part.isEmpty()).toList());
    }
}
