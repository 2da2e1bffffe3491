package org.rivages.programmes;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.rivages.access.Role;
import org.rivages.accounts.ProgrammeNames;
import org.rivages.directory.OrganisationId;
import org.rivages.directory.OrganisationSummary;
import org.rivages.directory.ProfileSection;
import org.rivages.shared.FuzzyDate;
import org.rivages.shared.LocalizedText;
import org.rivages.site.Fragment;
import org.rivages.site.HomeSection;
import org.rivages.site.Page;
import org.rivages.site.Section;
import org.rivages.site.TodaySection;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this room shows on the pages of others. */
@Configuration
public class ProgrammeSections {
    private static final int UPCOMING = 5;
    private static final int LATEST = 5;

    private final ProgrammeStore programmes;
    private final EditionStore editions;
    private final SessionStore sessions;
    private final SessionViews views;

    ProgrammeSections(
            ProgrammeStore programmes,
            EditionStore editions,
            SessionStore sessions,
            SessionViews views) {
        this.programmes = programmes;
        this.editions = editions;
        this.sessions = sessions;
        this.views = views;
    }

    /** A change with the session that it is about. */
    public record Latest(Session session, LocalizedText edition, ProgrammePages.ChangeRow line) {}

    /** An edition or a programme with what the organisation is to it. */
    public record PartOf(LocalizedText title, String path, String roles) {}

    @Bean
    ProgrammeNames programmeNames() {
        return () -> {
            Map<UUID, LocalizedText> names = new LinkedHashMap<>();
            programmes.programmes().forEach(one -> names.put(one.id().value(), one.name()));
            return names;
        };
    }

    // ---- home

    @Bean
    HomeSection upcomingSessions() {
        return page -> {
            LocalDate today = today(page);
            List<Session> next =
                    sessions.publicSessions().stream()
                            .filter(session -> session.state().status() != SessionStatus.HELD)
                            .filter(session -> ends(session, LocalDate.MIN).compareTo(today) >= 0)
                            .limit(UPCOMING)
                            .toList();
            return section(
                    "sessions",
                    "programmes.home.upcoming",
                    20,
                    "org/rivages/programmes/homeSessions",
                    "rows",
                    views.rows(next, page.words()));
        };
    }

    @Bean
    HomeSection latestChanges() {
        return page ->
                section(
                        "changes",
                        "programmes.home.changed",
                        40,
                        "org/rivages/programmes/homeChanges",
                        "changes",
                        latest(page));
    }

    private List<Latest> latest(Page page) {
        List<Latest> latest = new ArrayList<>();
        for (SessionChange change : sessions.latest(LATEST)) {
            Session session = sessions.session(change.session()).orElseThrow();
            latest.add(
                    new Latest(
                            session,
                            editions.edition(session.edition()).orElseThrow().title(),
                            ProgrammePages.changeRow(change, session, page)));
        }
        return latest;
    }

    // ---- the desk's first page

    @Bean
    TodaySection passedSessions() {
        return page -> {
            if (!page.viewer().hasAny(Role.SECRETARIAT, Role.PROGRAMME_MANAGER)) {
                return Optional.empty();
            }
            LocalDate today = today(page);
            List<Session> passed =
                    sessions.publicSessions().stream()
                            .filter(session -> isUnsettled(session.state(), today))
                            .filter(session ->
                                    editions.edition(session.edition())
                                            .filter(e ->
                                                    SeenByReader.runs(page.viewer(), e.programme()))
                                            .isPresent())
                            .toList();
            return section(
                    "passed-sessions",
                    "programmes.today.passed",
                    60,
                    "org/rivages/programmes/todayPassed",
                    "rows",
                    views.rows(passed, page.words()));
        };
    }

    /** Its date is over, and nobody has said whether it was held. */
    static boolean isUnsettled(SessionState state, LocalDate today) {
        return switch (state.status()) {
            case HELD, CANCELLED -> false;
            case TENTATIVE, CONFIRMED, MOVED ->
                    state.date() != null && state.date().end().isBefore(today);
        };
    }

    // ---- an organisation's profile

    @Bean
    ProfileSection programmesOfOrganisation() {
        return (page, organisation) -> {
            List<PartOf> partOf = partOf(page, organisation);
            List<SessionViews.Row> hosted =
                    views.rows(sessions.hostedBy(organisation.id()), page.words());
            return partOf.isEmpty() && hosted.isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            new Section(
                                    "programmes",
                                    "programmes.profile.title",
                                    20,
                                    new Fragment(
                                            "org/rivages/programmes/profile",
                                            Map.of("partOf", partOf, "hosted", hosted))));
        };
    }

    /** Its programmes; and the editions that name their own partners. */
    private List<PartOf> partOf(Page page, OrganisationSummary organisation) {
        List<PartOf> all = new ArrayList<>();
        for (Programme programme : programmes.programmes()) {
            if (!programme.published()) {
                continue;
            }
            add(
                    page,
                    organisation.id(),
                    programme.partners(),
                    programme.name(),
                    programme.path(),
                    all);
            for (Edition edition : editions.editions(programme.id())) {
                if (edition.isPublic()) {
                    add(
                            page,
                            organisation.id(),
                            edition.partners(),
                            edition.title(),
                            edition.path(),
                            all);
                }
            }
        }
        return all;
    }

    private static void add(
            Page page,
            OrganisationId organisation,
            List<Partner> partners,
            LocalizedText title,
            String path,
            List<PartOf> all) {
        List<String> roles =
                partners.stream()
                        .filter(partner -> partner.organisation().equals(organisation))
                        .map(partner -> page.t("programmes.role." + partner.role().code()))
                        .toList();
        if (!roles.isEmpty()) {
            all.add(new PartOf(title, path, String.join(page.t("programmes.comma"), roles)));
        }
    }

    private static Optional<Section> section(
            String id, String titleKey, int order, String template, String name, List<?> rows) {
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Section(
                                id, titleKey, order, new Fragment(template, Map.of(name, rows))));
    }

    private static LocalDate ends(Session session, LocalDate otherwise) {
        FuzzyDate date = session.state().date();
        return date == null ? otherwise : date.end();
    }

    static LocalDate today(Page page) {
        return page.now().atZone(ZoneOffset.UTC).toLocalDate();
    }
}
