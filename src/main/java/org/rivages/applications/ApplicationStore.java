package org.rivages.applications;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rivages.applications.Application.Channel;
import org.rivages.calls.Answers;
import org.rivages.calls.CallId;
import org.rivages.directory.OrganisationId;
import org.rivages.shared.Json;
import org.rivages.shared.Language;
import org.rivages.shared.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Applications, their saves and what was sent. */
@Component
class ApplicationStore {
    private final JdbcClient jdbc;

    ApplicationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    // ---- reading

    Optional<Application> find(ApplicationId id) {
        return jdbc.sql("select * from applications.application where id = :id")
                .param("id", id.value())
                .query(ApplicationStore::application)
                .optional();
    }

    Optional<Application> find(CallId call, UUID person) {
        return jdbc.sql(
                        "select * from applications.application where call = :call and person = :person")
                .param("call", call.value())
                .param("person", person)
                .query(ApplicationStore::application)
                .optional();
    }

    /** The same, and nobody else may change it until this transaction ends. */
    Optional<Application> lock(ApplicationId id) {
        return jdbc.sql("select * from applications.application where id = :id for update")
                .param("id", id.value())
                .query(ApplicationStore::application)
                .optional();
    }

    List<Application> of(UUID person) {
        return jdbc.sql(
                        """
                        select * from applications.application where person = :person
                        order by changed_at desc, id
                        """)
                .param("person", person)
                .query(ApplicationStore::application)
                .list();
    }

    /** Begun online and not sent, by name. */
    List<Application> drafts(CallId call) {
        return jdbc.sql(
                        """
                        select * from applications.application
                        where call = :call and state = 'draft' and email <> '' order by name, id
                        """)
                .param("call", call.value())
                .query(ApplicationStore::application)
                .list();
    }

    int missing(ApplicationId id) {
        return jdbc.sql("select missing from applications.application where id = :id")
                .param("id", id.value())
                .query(Integer.class)
                .single();
    }

    /** Drafts, and what was sent and not yet decided. */
    List<Application> concernedByDeadline(CallId call) {
        return jdbc.sql(
                        """
                        select * from applications.application
                        where call = :call and state in
                            ('draft', 'submitted', 'pieces-requested', 'eligible', 'not-eligible')
                        order by id
                        """)
                .param("call", call.value())
                .query(ApplicationStore::application)
                .list();
    }

    Optional<ApplicationSummary> summary(ApplicationId id) {
        return jdbc.sql("select * from applications.application where id = :id")
                .param("id", id.value())
                .query(ApplicationStore::summary)
                .optional();
    }

    /** By number, those without one last. */
    List<ApplicationSummary> summaries(CallId call, Collection<ApplicationState> states) {
        return jdbc.sql(
                        """
                        select * from applications.application
                        where call = :call and state = any(:states)
                        order by number nulls last, created_at, id
                        """)
                .param("call", call.value())
                .param("states", states.stream().map(ApplicationState::code).toArray(String[]::new))
                .query(ApplicationStore::summary)
                .list();
    }

    /** Every application to this call, drafts and withdrawn ones too. */
    List<DeskLine> lines(CallId call) {
        return jdbc.sql(
                        "select * from applications.application where call = :call order by created_at, id")
                .param("call", call.value())
                .query((row, n) ->
                        new DeskLine(
                                summary(row, n),
                                row.getInt("missing"),
                                row.getString("criteria"),
                                row.getString("channel"),
                                Rows.instant(row, "changed_at")))
                .list();
    }

    /**
     * What counts of an application: the answers last sent, with the terms they were sent under.
     */
    record Sent(ApplicationId id, int version, Answers answers, int terms, Instant receivedAt) {}

    Optional<Sent> sent(ApplicationId id) {
        return jdbc.sql(
                        """
                        select s.* from applications.submission s
                        join applications.application a on a.id = s.application
                        where a.id = :id and s.version = a.sent_version
                        """)
                .param("id", id.value())
                .query(ApplicationStore::sent)
                .optional();
    }

    List<Sent> allSent(CallId call, Collection<ApplicationState> states) {
        return jdbc.sql(
                        """
                        select s.* from applications.submission s
                        join applications.application a on a.id = s.application
                        where a.call = :call and a.state = any(:states) and s.version = a.sent_version
                        """)
                .param("call", call.value())
                .param("states", states.stream().map(ApplicationState::code).toArray(String[]::new))
                .query(ApplicationStore::sent)
                .list();
    }

    /** A version that was sent: when, and who entered it for the applicant. */
    record Submission(int version, Instant receivedAt, @Nullable UUID enteredBy) {}

    List<Submission> submissions(ApplicationId id) {
        return jdbc.sql(
                        """
                        select version, received_at, entered_by from applications.submission
                        where application = :id order by version
                        """)
                .param("id", id.value())
                .query((row, n) ->
                        new Submission(
                                row.getInt("version"),
                                Rows.instant(row, "received_at"),
                                Rows.uuidOrNull(row, "entered_by")))
                .list();
    }

    // ---- writing

    /** Makes the one application of this person to this call, unless it is there already. */
    void begin(Application fresh) {
        jdbc.sql(
                        """
                        insert into applications.application
                            (id, call, person, state, channel, language, name, email, created_at, changed_at)
                        values (:id, :call, :person, :state, :channel, :language, :name, :email, :at, :at)
                        on conflict (call, person) do nothing
                        """)
                .param("id", fresh.id().value())
                .param("call", fresh.call().value())
                .param("person", fresh.person())
                .param("state", fresh.state().code())
                .param("channel", fresh.channel().code())
                .param("language", fresh.language().code())
                .param("name", fresh.name())
                .param("email", fresh.email())
                .param("at", Rows.param(fresh.changedAt()))
                .update();
    }

    void write(ApplicationId id, Answers answers, int version, Language language, Instant at) {
        jdbc.sql(
                        """
                        update applications.application
                        set answers = :answers::jsonb, version = :version, language = :language, changed_at = :at
                        where id = :id
                        """)
                .param("id", id.value())
                .param("answers", Json.write(answers))
                .param("version", version)
                .param("language", language.code())
                .param("at", Rows.param(at))
                .update();
    }

    void state(ApplicationId id, ApplicationState state, Instant at) {
        jdbc.sql(
                        "update applications.application set state = :state, changed_at = :at where id = :id")
                .param("id", id.value())
                .param("state", state.code())
                .param("at", Rows.param(at))
                .update();
    }

    /** What lists show of it, from the answers that count. */
    void facts(ApplicationId id, Facts facts) {
        jdbc.sql(
                        """
                        update applications.application
                        set name = case when :name = '' then name else :name end,
                            organisation = :organisation, organisation_id = :organisationId,
                            country = :country, place = :place, profession = :profession,
                            missing = :missing, criteria = :criteria
                        where id = :id
                        """)
                .param("id", id.value())
                .param("name", facts.name())
                .param("organisation", facts.organisation())
                .param("organisationId", facts.organisationId())
                .param("country", facts.country())
                .param("place", facts.place())
                .param("profession", facts.profession())
                .param("missing", facts.missing())
                .param("criteria", facts.criteria().code())
                .update();
    }

    void send(
            Application sent, int terms, String outcomes, Answers asked, @Nullable UUID enteredBy) {
        jdbc.sql(
                        """
                        insert into applications.submission
                            (application, version, answers, terms, outcomes, language, received_at, entered_by)
                        values (:id, :version, :answers::jsonb, :terms, :outcomes::jsonb, :language, :at, :by)
                        """)
                .param("id", sent.id().value())
                .param("version", sent.sentVersion())
                .param("answers", Json.write(asked))
                .param("terms", terms)
                .param("outcomes", outcomes)
                .param("language", sent.language().code())
                .param("at", Rows.param(sent.sentAt()))
                .param("by", enteredBy)
                .update();
        jdbc.sql(
                        """
                        update applications.application
                        set number = :number, state = :state, sent_version = :version,
                            sent_answers_version = :answersVersion, sent_at = :at, changed_at = clock_timestamp()
                        where id = :id
                        """)
                .param("id", sent.id().value())
                .param("number", sent.number())
                .param("state", sent.state().code())
                .param("version", sent.sentVersion())
                .param("answersVersion", sent.sentAnswersVersion())
                .param("at", Rows.param(sent.sentAt()))
                .update();
    }

    /** Which save was sent last, where the text has gone on since. */
    void sentText(ApplicationId id, int version) {
        jdbc.sql(
                        """
                        update applications.application set sent_answers_version = :version where id = :id
                        """)
                .param("id", id.value())
                .param("version", version)
                .update();
    }

    /** The next number of the year in which it is received. */
    String nextNumber(Instant at) {
        int year = at.atZone(ZoneOffset.UTC).getYear();
        int next =
                jdbc.sql(
                                """
                                insert into applications.numbering (year, last) values (:year, 1)
                                on conflict (year) do update set last = numbering.last + 1
                                returning last
                                """)
                        .param("year", year)
                        .query(Integer.class)
                        .single();
        return "R-%d-%04d".formatted(year, next);
    }

    // ---- rows

    private static Application application(ResultSet row, int n) throws SQLException {
        return new Application(
                new ApplicationId(Rows.uuid(row, "id")),
                new CallId(Rows.uuid(row, "call")),
                Rows.uuidOrNull(row, "person"),
                orEmpty(row.getString("number")),
                ApplicationState.ofCode(row.getString("state")),
                Channel.ofCode(row.getString("channel")),
                Language.require(row.getString("language")),
                Json.read(row.getString("answers"), Answers.class),
                row.getInt("version"),
                row.getInt("sent_version"),
                row.getObject("sent_answers_version", Integer.class),
                Rows.instantOrNull(row, "sent_at"),
                row.getString("name"),
                row.getString("email"),
                Rows.instant(row, "changed_at"));
    }

    static ApplicationSummary summary(ResultSet row, int n) throws SQLException {
        UUID organisation = Rows.uuidOrNull(row, "organisation_id");
        return new ApplicationSummary(
                new ApplicationId(Rows.uuid(row, "id")),
                new CallId(Rows.uuid(row, "call")),
                Rows.uuidOrNull(row, "person"),
                orEmpty(row.getString("number")),
                row.getString("name"),
                row.getString("email"),
                row.getString("organisation"),
                organisation == null ? null : new OrganisationId(organisation),
                row.getString("country"),
                row.getString("place"),
                row.getString("profession"),
                ApplicationState.ofCode(row.getString("state")),
                Language.require(row.getString("language")),
                Rows.instantOrNull(row, "sent_at"));
    }

    private static Sent sent(ResultSet row, int n) throws SQLException {
        return new Sent(
                new ApplicationId(Rows.uuid(row, "application")),
                row.getInt("version"),
                Json.read(row.getString("answers"), Answers.class),
                row.getInt("terms"),
                Rows.instant(row, "received_at"));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
