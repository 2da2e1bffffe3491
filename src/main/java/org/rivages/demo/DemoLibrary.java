package org.rivages.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.rivages.library.EditLibrary;
import org.rivages.library.Edited;
import org.rivages.library.EntryContent;
import org.rivages.library.EntryKind;
import org.rivages.library.EntryPart;
import org.rivages.library.Library;
import org.rivages.library.StepKind;
import org.rivages.programmes.EditionSummary;
import org.rivages.programmes.Programmes;
import org.rivages.programmes.SessionId;
import org.rivages.programmes.SessionSummary;
import org.rivages.shared.FuzzyDate;
import org.rivages.shared.Json;
import org.rivages.shared.LocalizedText;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;

/**
 * Five entries of the library, one or two of each kind, invented and saying so. No real body is
 * said to have done any of it: they come from the invented sessions, or from nobody.
 */
@Component
class DemoLibrary implements DemoStep {
    private final Library library;
    private final EditLibrary edit;
    private final Programmes programmes;

    DemoLibrary(Library library, EditLibrary edit, Programmes programmes) {
        this.library = library;
        this.edit = edit;
        this.programmes = programmes;
    }

    @Override
    public int order() {
        return 35;
    }

    @Override
    @Transactional
    public void load() {
        for (EntryData data : read()) {
            if (library.entry(data.slug()).isEmpty()
                    && edit.create(content(data), null) instanceof Edited.Saved saved) {
                edit.step(saved.id(), StepKind.PUBLISHED, "", null, null);
            }
        }
    }

    private EntryContent content(EntryData data) {
        Map<EntryPart, LocalizedText> parts = new EnumMap<>(EntryPart.class);
        data.parts()
                .forEach((code, text) ->
                        parts.put(EntryPart.valueOf(code.toUpperCase(Locale.ROOT)), text));
        return new EntryContent(
                EntryKind.valueOf(data.kind().toUpperCase(Locale.ROOT)),
                data.slug(),
                data.title(),
                data.summary(),
                parts,
                data.source(),
                "",
                null,
                data.session() == null ? null : session(data.session()),
                data.date() == null ? null : FuzzyDate.of(data.date()),
                data.languages(),
                data.themes(),
                data.sdgs(),
                List.of());
    }

    /**
     * @param names edition and session of the invented programme
     */
    private SessionId session(List<String> names) {
        EditionSummary edition =
                programmes.edition("demo-workshops", names.getFirst()).orElseThrow();
        return programmes.sessions(edition.id()).stream()
                .filter(session -> session.slug().equals(names.getLast()))
                .map(SessionSummary::id)
                .findFirst()
                .orElseThrow();
    }

    private static List<EntryData> read() {
        try (InputStream file =
                Objects.requireNonNull(DemoLibrary.class.getResourceAsStream("library.json"))) {
            return Json.read(
                    new String(file.readAllBytes(), StandardCharsets.UTF_8),
                    new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    record EntryData(
            String kind,
            String slug,
            LocalizedText title,
            LocalizedText summary,
            Map<String, LocalizedText> parts,
            LocalizedText source,
            @Nullable List<String> session,
            @Nullable String date,
            List<String> languages,
            List<String> themes,
            List<Integer> sdgs) {}
}
