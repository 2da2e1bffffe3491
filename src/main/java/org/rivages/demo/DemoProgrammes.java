package org.rivages.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rivages.directory.Directory;
import org.rivages.directory.OrganisationId;
import org.rivages.directory.OrganisationSummary;
import org.rivages.programmes.ChangeSessions;
import org.rivages.programmes.EditProgrammes;
import org.rivages.programmes.Edited;
import org.rivages.programmes.EditionContent;
import org.rivages.programmes.EditionId;
import org.rivages.programmes.Partner;
import org.rivages.programmes.PartnerRole;
import org.rivages.programmes.ProgrammeContent;
import org.rivages.programmes.ProgrammeId;
import org.rivages.programmes.Programmes;
import org.rivages.programmes.SessionContent;
import org.rivages.programmes.SessionId;
import org.rivages.programmes.SessionState;
import org.rivages.programmes.SessionStatus;
import org.rivages.shared.FuzzyDate;
import org.rivages.shared.Json;
import org.rivages.shared.LocalizedText;
import org.rivages.shared.Now;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;

/**
 * The Metropolitan Workshops with the editions 2018, 2019 and 2020, as far as they are publicly
 * known, and a programme that is invented and says so. The later steps find it by slugs:
 *
 * <ul>
 *   <li>{@code metropolitan-workshops} / {@code 2018}, {@code 2019}, {@code 2020};
 *   <li>{@code demo-workshops} / {@code demo-open}: sessions {@code sfax}, {@code genoa}, {@code
 *       thessaloniki} in the coming months; for the call that is open;
 *   <li>{@code demo-workshops} / {@code demo-class}: sessions {@code tunis}, {@code marseille}
 *       (both over) and {@code rabat} (yesterday and today); for the call that is closed, so that
 *       attendance and certificates can be tried on the day of loading.
 * </ul>
 *
 * {@code programmes.edition("demo-workshops", "demo-class")} gives the edition, {@code
 * programmes.sessions(edition.id())} its sessions.
 */
@Component
class DemoProgrammes implements DemoStep {
    private final Programmes programmes;
    private final EditProgrammes edit;
    private final ChangeSessions change;
    private final Directory directory;
    private final Now now;

    DemoProgrammes(
            Programmes programmes,
            EditProgrammes edit,
            ChangeSessions change,
            Directory directory,
            Now now) {
        this.programmes = programmes;
        this.edit = edit;
        this.change = change;
        this.directory = directory;
        this.now = now;
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    @Transactional
    public void load() {
        for (ProgrammeData programme : read()) {
            if (programmes.programme(programme.slug()).isEmpty()) {
                load(programme);
            }
        }
    }

    private void load(ProgrammeData data) {
        ProgrammeId programme =
                new ProgrammeId(
                        saved(
                                edit.create(
                                        new ProgrammeContent(
                                                data.slug(),
                                                data.name(),
                                                data.summary(),
                                                data.rationale(),
                                                data.objectives(),
                                                data.audience(),
                                                data.source(),
                                                data.languages(),
                                                data.themes(),
                                                partners(data.partners()),
                                                true),
                                        null)));
        for (EditionData edition : data.editions()) {
            load(programme, edition);
        }
    }

    private void load(ProgrammeId programme, EditionData data) {
        int year =
                data.year() != null
                        ? data.year()
                        : today().plusDays(Objects.requireNonNull(data.inYear())).getYear();
        EditionId edition =
                new EditionId(
                        saved(
                                edit.create(
                                        programme,
                                        new EditionContent(
                                                data.slug(),
                                                year,
                                                data.title(),
                                                data.summary(),
                                                text(data.about()),
                                                data.source(),
                                                partners(data.partners()),
                                                true),
                                        null,
                                        null)));
        data.sessions().forEach(session -> load(edition, session));
    }

    private void load(EditionId edition, SessionData data) {
        FuzzyDate date = date(data.date());
        FuzzyDate first = data.change() == null ? date : date(data.change().before());
        SessionState state =
                new SessionState(
                        SessionStatus.valueOf(data.status()), first, data.place(), data.country());
        SessionId session =
                new SessionId(
                        saved(
                                change.create(
                                        edition,
                                        new SessionContent(
                                                data.slug(),
                                                data.title(),
                                                text(data.about()),
                                                data.host() == null
                                                        ? null
                                                        : organisation(data.host()),
                                                ZoneId.of(data.zone())),
                                        state,
                                        null)));
        if (data.change() != null) {
            SessionState moved =
                    new SessionState(SessionStatus.MOVED, date, data.place(), data.country());
            change.change(session, 1, moved, data.change().reason(), null);
        }
    }

    private static UUID saved(Edited edited) {
        return switch (edited) {
            case Edited.Saved(UUID id) -> id;
            case Edited.SlugTaken taken -> throw new IllegalStateException("" + taken);
            case Edited.Stale stale -> throw new IllegalStateException("" + stale);
        };
    }

    private List<Partner> partners(List<List<String>> partners) {
        return partners.stream()
                .map(partner ->
                        new Partner(
                                organisation(partner.getFirst()),
                                PartnerRole.valueOf(partner.getLast())))
                .toList();
    }

    private OrganisationId organisation(String slug) {
        return directory.organisation(slug).map(OrganisationSummary::id).orElseThrow();
    }

    private static LocalizedText text(@Nullable LocalizedText text) {
        return text == null ? LocalizedText.EMPTY : text;
    }

    /** A date of history as it stands, "+62/+66" as days counted from today. */
    private @Nullable FuzzyDate date(@Nullable String date) {
        if (date == null || !(date.startsWith("+") || date.startsWith("-"))) {
            return date == null ? null : FuzzyDate.of(date);
        }
        String[] days = date.split("/", 2);
        return FuzzyDate.of(
                today().plusDays(Integer.parseInt(days[0]))
                        + "/"
                        + today().plusDays(Integer.parseInt(days[1])));
    }

    private LocalDate today() {
        return now.instant().atZone(ZoneOffset.UTC).toLocalDate();
    }

    private static List<ProgrammeData> read() {
        try (InputStream file =
                Objects.requireNonNull(
                        DemoProgrammes.class.getResourceAsStream("programmes.json"))) {
            return Json.read(
                    new String(file.readAllBytes(), StandardCharsets.UTF_8),
                    new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    record ProgrammeData(
            String slug,
            LocalizedText name,
            LocalizedText summary,
            LocalizedText rationale,
            LocalizedText objectives,
            LocalizedText audience,
            LocalizedText source,
            List<String> languages,
            List<String> themes,
            List<List<String>> partners,
            List<EditionData> editions) {}

    /**
     * @param inYear the year of the day that lies so many days from today
     */
    record EditionData(
            String slug,
            @Nullable Integer year,
            @Nullable Integer inYear,
            LocalizedText title,
            LocalizedText summary,
            @Nullable LocalizedText about,
            LocalizedText source,
            List<List<String>> partners,
            List<SessionData> sessions) {}

    record SessionData(
            String slug,
            LocalizedText title,
            LocalizedText place,
            String country,
            @Nullable String host,
            String zone,
            @Nullable String date,
            String status,
            @Nullable LocalizedText about,
            @Nullable ChangeData change) {}

    /**
     * @param before the date that was first announced
     */
    record ChangeData(String before, LocalizedText reason) {}
}
