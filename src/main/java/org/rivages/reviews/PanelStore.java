package org.rivages.reviews;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rivages.applications.ApplicationId;
import org.rivages.calls.CallId;
import org.rivages.directory.OrganisationId;
import org.rivages.shared.Json;
import org.rivages.shared.Language;
import org.rivages.shared.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Panels, who sits on them, who they are, and their declared conflicts. */
@Component
class PanelStore {
    /**
     * @param reason "" when none was given
     */
    record Declared(UUID juror, ApplicationId application, String reason) {}

    record Seat(UUID juror, @Nullable Integer most) {}

    private final JdbcClient jdbc;

    PanelStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private static Panel panel(ResultSet row, int n) throws SQLException {
        Date due = row.getDate("due");
        return new Panel(
                new CallId(Rows.uuid(row, "call")),
                Json.read(row.getString("grid"), ScoreGrid.class),
                row.getInt("per_application"),
                row.getBoolean("blind"),
                row.getBoolean("others_after_own"),
                due == null ? null : due.toLocalDate(),
                row.getInt("version"));
    }

    Optional<Panel> panel(CallId call) {
        return jdbc.sql("select * from reviews.panel where call = :call")
                .param("call", call.value())
                .query(PanelStore::panel)
                .optional();
    }

    /** The panels of these calls. */
    Map<CallId, Panel> panels(Collection<CallId> calls) {
        Map<CallId, Panel> panels = new LinkedHashMap<>();
        jdbc.sql("select * from reviews.panel where call = any(:calls)")
                .param("calls", calls.stream().map(CallId::value).toArray(UUID[]::new))
                .query(PanelStore::panel)
                .list()
                .forEach(panel -> panels.put(panel.call(), panel));
        return panels;
    }

    /** Takes the row until the end of the transaction, so that two deals or grids never mix. */
    Optional<Panel> lock(CallId call) {
        return jdbc.sql("select * from reviews.panel where call = :call for update")
                .param("call", call.value())
                .query(PanelStore::panel)
                .optional();
    }

    boolean insert(Panel panel) {
        return jdbc.sql(
                                """
                                insert into reviews.panel (call, grid, per_application, blind, others_after_own, due)
                                values (:call, :grid::jsonb, :per, :blind, :others, :due)
                                on conflict (call) do nothing
                                """)
                        .param("call", panel.call().value())
                        .param("grid", Json.write(panel.grid()))
                        .param("per", panel.perApplication())
                        .param("blind", panel.blind())
                        .param("others", panel.othersAfterOwn())
                        .param("due", panel.due())
                        .update()
                > 0;
    }

    /** False when somebody else changed it since this version was read. */
    boolean update(Panel panel) {
        return jdbc.sql(
                                """
                                update reviews.panel
                                set grid = :grid::jsonb, per_application = :per, blind = :blind,
                                    others_after_own = :others, due = :due, version = version + 1,
                                    changed_at = clock_timestamp()
                                where call = :call and version = :version
                                """)
                        .param("call", panel.call().value())
                        .param("grid", Json.write(panel.grid()))
                        .param("per", panel.perApplication())
                        .param("blind", panel.blind())
                        .param("others", panel.othersAfterOwn())
                        .param("due", panel.due())
                        .param("version", panel.version())
                        .update()
                > 0;
    }

    List<Seat> seats(CallId call) {
        return jdbc.sql(
                        "select juror, most from reviews.panel_juror where call = :call order by added_at, juror")
                .param("call", call.value())
                .query((row, n) ->
                        new Seat(Rows.uuid(row, "juror"), (Integer) row.getObject("most")))
                .list();
    }

    boolean sits(CallId call, UUID juror) {
        return jdbc.sql(
                        "select exists (select 1 from reviews.panel_juror where call = :call and juror = :juror)")
                .param("call", call.value())
                .param("juror", juror)
                .query(Boolean.class)
                .single();
    }

    void seat(CallId call, UUID juror, @Nullable Integer most) {
        jdbc.sql(
                        """
                        insert into reviews.panel_juror (call, juror, most) values (:call, :juror, :most)
                        on conflict (call, juror) do update set most = excluded.most
                        """)
                .param("call", call.value())
                .param("juror", juror)
                .param("most", most)
                .update();
    }

    void unseat(CallId call, UUID juror) {
        jdbc.sql("delete from reviews.panel_juror where call = :call and juror = :juror")
                .param("call", call.value())
                .param("juror", juror)
                .update();
    }

    /** Jurors without a stored profile have an empty one. */
    Map<UUID, JurorProfile> profiles(Collection<UUID> jurors) {
        Map<UUID, JurorProfile> profiles = new LinkedHashMap<>();
        jurors.forEach(id -> profiles.put(id, new JurorProfile(id, "", null, "", Set.of())));
        jdbc.sql("select * from reviews.juror_profile where juror = any(:jurors)")
                .param("jurors", jurors.toArray(UUID[]::new))
                .query(PanelStore::profile)
                .list()
                .forEach(profile -> profiles.put(profile.juror(), profile));
        return profiles;
    }

    private static JurorProfile profile(ResultSet row, int n) throws SQLException {
        UUID organisation = Rows.uuidOrNull(row, "organisation_id");
        Set<Language> languages = EnumSet.noneOf(Language.class);
        for (String code : (String[]) row.getArray("languages").getArray()) {
            languages.add(Language.require(code));
        }
        return new JurorProfile(
                Rows.uuid(row, "juror"),
                row.getString("organisation"),
                organisation == null ? null : new OrganisationId(organisation),
                row.getString("city"),
                languages);
    }

    void save(JurorProfile profile) {
        OrganisationId organisation = profile.organisationId();
        jdbc.sql(
                        """
                        insert into reviews.juror_profile (juror, organisation, organisation_id, city, languages)
                        values (:juror, :organisation, :id, :city, :languages)
                        on conflict (juror) do update set organisation = excluded.organisation,
                            organisation_id = excluded.organisation_id, city = excluded.city,
                            languages = excluded.languages, changed_at = clock_timestamp()
                        """)
                .param("juror", profile.juror())
                .param("organisation", profile.organisation())
                .param("id", organisation == null ? null : organisation.value())
                .param("city", profile.city())
                .param(
                        "languages",
                        profile.languages().stream()
                                .map(Language::code)
                                .sorted()
                                .toArray(String[]::new))
                .update();
    }

    List<Declared> declared(CallId call) {
        return new ArrayList<>(
                jdbc.sql("select * from reviews.conflict where call = :call order by declared_at")
                        .param("call", call.value())
                        .query((row, n) ->
                                new Declared(
                                        Rows.uuid(row, "juror"),
                                        new ApplicationId(Rows.uuid(row, "application")),
                                        row.getString("reason")))
                        .list());
    }

    boolean declare(CallId call, Declared conflict, UUID by) {
        return jdbc.sql(
                                """
                                insert into reviews.conflict (call, juror, application, reason, declared_by)
                                values (:call, :juror, :application, :reason, :by)
                                on conflict (juror, application) do nothing
                                """)
                        .param("call", call.value())
                        .param("juror", conflict.juror())
                        .param("application", conflict.application().value())
                        .param("reason", conflict.reason())
                        .param("by", by)
                        .update()
                > 0;
    }

    /** False when there was none. */
    boolean withdraw(UUID juror, ApplicationId application) {
        return jdbc.sql(
                                "delete from reviews.conflict where juror = :juror and application = :application")
                        .param("juror", juror)
                        .param("application", application.value())
                        .update()
                > 0;
    }
}
