package org.rivages.api;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rivages.directory.Directory;
import org.rivages.directory.OrganisationId;
import org.rivages.directory.OrganisationSummary;
import org.rivages.programmes.Edition;
import org.rivages.programmes.Partner;
import org.rivages.programmes.Programme;
import org.rivages.programmes.Programmes;
import org.rivages.programmes.Session;
import org.rivages.programmes.SessionChange;
import org.rivages.programmes.SessionState;
import org.springframework.stereotype.Component;

/** Programmes, editions and sessions as data. */
@Component
class ProgrammeJson {
    private final Programmes programmes;
    private final Directory directory;

    ProgrammeJson(Programmes programmes, Directory directory) {
        this.programmes = programmes;
        this.directory = directory;
    }

    Map<String, @Nullable Object> of(Programme one) {
        return Body.record("programme", one.id().value(), one.slug(), one.path(), one.name())
                .with("summary", one.summary())
                .with("rationale", one.rationale())
                .with("objectives", one.objectives())
                .with("audience", one.audience())
                .with("source", one.source())
                .with("languages", one.languages())
                .with("themes", one.themes())
                .list("partners", partners(one.partners()))
                .list(
                        "editions",
                        programmes.published(one.id()).stream().map(ProgrammeJson::brief).toList())
                .with("changed", one.changedAt())
                .done();
    }

    private static Map<String, @Nullable Object> brief(Edition one) {
        Map<String, @Nullable Object> brief = Body.reference(one.slug(), one.title(), one.path());
        brief.put("year", one.year());
        return brief;
    }

    Map<String, @Nullable Object> of(Edition one) {
        List<Session> sessions = programmes.whole(one);
        Map<OrganisationId, OrganisationSummary> hosts = hosts(sessions);
        return Body.record("edition", one.id().value(), one.slug(), one.path(), one.title())
                .with("programme", programme(one))
                .with("year", one.year())
                .with("summary", one.summary())
                .with("about", one.about())
                .with("source", one.source())
                .list("partners", partners(one.partners()))
                .list(
                        "sessions",
                        sessions.stream().map(session -> body(session, hosts).done()).toList())
                .with("changed", one.changedAt())
                .done();
    }

    Map<String, @Nullable Object> of(Edition edition, Session one) {
        return body(one, hosts(List.of(one)))
                .with("programme", programme(edition))
                .with("edition", Body.reference(edition.slug(), edition.title(), edition.path()))
                .with("about", one.about())
                .list(
                        "history",
                        programmes.history(one.id()).stream().map(ProgrammeJson::change).toList())
                .done();
    }

    private static Body body(Session one, Map<OrganisationId, OrganisationSummary> hosts) {
        Body body = Body.record("session", one.id().value(), one.slug(), one.path(), one.title());
        state(body, one.state());
        return body.with("toBeConfirmed", one.state().isToBeConfirmed())
                .with("zone", one.zone().getId())
                .with("host", one.host() == null ? null : Body.reference(hosts.get(one.host())))
                .with("sequence", one.sequence())
                .with("changed", one.changedAt());
    }

    private static Body state(Body body, SessionState state) {
        return body.with("status", state.status().code())
                .with("date", state.date())
                .with("place", state.place())
                .with("country", state.country());
    }

    private static Map<String, @Nullable Object> change(SessionChange one) {
        return new Body()
                .with("sequence", one.sequence())
                .with("at", one.at())
                .with("before", state(new Body(), one.before()).done())
                .with("after", state(new Body(), one.after()).done())
                .with("reason", one.reason())
                .done();
    }

    private static Map<String, @Nullable Object> programme(Edition edition) {
        return Body.reference(
                edition.programmeSlug(),
                edition.programmeName(),
                "/programmes/" + edition.programmeSlug());
    }

    private Map<OrganisationId, OrganisationSummary> hosts(List<Session> sessions) {
        return directory.organisations(
                sessions.stream()
                        .flatMap(session -> java.util.stream.Stream.ofNullable(session.host()))
                        .collect(Collectors.toSet()));
    }

    private List<Map<String, @Nullable Object>> partners(List<Partner> partners) {
        Map<OrganisationId, OrganisationSummary> named =
                directory.organisations(
                        partners.stream().map(Partner::organisation).collect(Collectors.toSet()));
        return partners.stream()
                .map(partner ->
                        new Body()
                                .with(
                                        "organisation",
                                        Body.reference(named.get(partner.organisation())))
                                .with("role", partner.role().code())
                                .done())
                .toList();
    }
}
