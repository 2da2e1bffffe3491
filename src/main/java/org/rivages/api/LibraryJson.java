package org.rivages.api;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rivages.directory.Directory;
import org.rivages.directory.OrganisationId;
import org.rivages.directory.OrganisationSummary;
import org.rivages.library.Entry;
import org.rivages.library.EntryContent;
import org.rivages.programmes.EditionSummary;
import org.rivages.programmes.Programmes;
import org.rivages.programmes.SessionId;
import org.rivages.programmes.SessionSummary;
import org.springframework.stereotype.Component;

/** An entry of the library as data. */
@Component
class LibraryJson {
    private final Directory directory;
    private final Programmes programmes;

    LibraryJson(Directory directory, Programmes programmes) {
        this.directory = directory;
        this.programmes = programmes;
    }

    Map<String, @Nullable Object> of(Entry one) {
        EntryContent content = one.content();
        OrganisationId organisation = content.organisation();
        Map<OrganisationId, OrganisationSummary> reusedBy =
                directory.organisations(content.reusedBy());
        return Body.record(one.kind().code(), one.id(), one.slug(), one.path(), one.title())
                .with("summary", content.summary())
                .list(
                        "parts",
                        content.parts().entrySet().stream()
                                .map(part ->
                                        new Body()
                                                .with("part", part.getKey().code())
                                                .with("text", part.getValue())
                                                .done())
                                .toList())
                .with("source", content.source())
                .orNull("document", content.link())
                .with(
                        "organisation",
                        Body.reference(
                                organisation == null
                                        ? null
                                        : directory.organisation(organisation).orElse(null)))
                .with("session", session(content.session()))
                .with("date", content.date())
                .with("languages", content.languages())
                .with("themes", content.themes())
                .with("sdgs", content.sdgs())
                .with(
                        "reusedBy",
                        content.reusedBy().stream()
                                .flatMap(id -> Optional.ofNullable(reusedBy.get(id)).stream())
                                .map(Body::reference)
                                .toList())
                .with("confirmedOn", text(one.confirmedOn()))
                .with("published", one.publishedAt())
                .with("changed", one.changedAt())
                .done();
    }

    /** Not of an edition that is still a draft. */
    private @Nullable Map<String, @Nullable Object> session(@Nullable SessionId id) {
        Optional<SessionSummary> session = Optional.ofNullable(id).flatMap(programmes::session);
        boolean isPublic =
                session.flatMap(one -> programmes.edition(one.edition()))
                        .filter(EditionSummary::published)
                        .isPresent();
        return isPublic
                ? session.map(one -> Body.reference(one.slug(), one.title(), one.path()))
                        .orElse(null)
                : null;
    }

    private static @Nullable String text(@Nullable Object day) {
        return day == null ? null : day.toString();
    }
}
