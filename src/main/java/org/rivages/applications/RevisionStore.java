package org.rivages.applications;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rivages.calls.Answers;
import org.rivages.shared.Json;
import org.rivages.shared.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every save of every application, and the saves that still wait for their writer's choice. */
@Component
class RevisionStore {
    /**
     * One save.
     *
     * @param version null for one that could not be joined
     * @param base the version that its writer had before them
     * @param answers all of them; of one that could not be joined those of its section
     * @param tab the window it came from
     */
    record Revision(
            long id,
            @Nullable Integer version,
            int base,
            String section,
            Answers answers,
            String tab,
            Instant at) {}

    private final JdbcClient jdbc;

    RevisionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long add(
            ApplicationId application,
            @Nullable Integer version,
            int base,
            String section,
            Answers answers,
            @Nullable UUID author,
            String tab,
            Instant at) {
        return jdbc.sql(
                        """
                        insert into applications.revision
                            (application, version, base, section, answers, author, tab, at)
                        values (:application, :version, :base, :section, :answers::jsonb, :author, :tab, :at)
                        returning id
                        """)
                .param("application", application.value())
                .param("version", version)
                .param("base", base)
                .param("section", section)
                .param("answers", Json.write(answers))
                .param("author", author)
                .param("tab", tab)
                .param("at", Rows.param(at))
                .query(Long.class)
                .single();
    }

    /** The answers of this version; none for version 0, before the first save. */
    Answers answers(ApplicationId application, int version) {
        return jdbc.sql(
                        """
                        select answers from applications.revision
                        where application = :application and version = :version
                        """)
                .param("application", application.value())
                .param("version", version)
                .query(String.class)
                .optional()
                .map(json -> Json.read(json, Answers.class))
                .orElse(Answers.NONE);
    }

    /** The saves after this version, oldest first. */
    List<Revision> since(ApplicationId application, int version) {
        return jdbc.sql(
                        """
                        select * from applications.revision
                        where application = :application and version > :version order by version
                        """)
                .param("application", application.value())
                .param("version", version)
                .query(RevisionStore::revision)
                .list();
    }

    Optional<Revision> waiting(ApplicationId application, long id) {
        return jdbc.sql(
                        """
                        select * from applications.revision
                        where application = :application and id = :id and version is null
                        """)
                .param("application", application.value())
                .param("id", id)
                .query(RevisionStore::revision)
                .optional();
    }

    /** When each of the last saves came, newest first; for the history at the desk. */
    List<Revision> latest(ApplicationId application, int most) {
        return jdbc.sql(
                        """
                        select * from applications.revision
                        where application = :application and version is not null
                        order by version desc limit :most
                        """)
                .param("application", application.value())
                .param("most", most)
                .query(RevisionStore::revision)
                .list();
    }

    private static Revision revision(ResultSet row, int n) throws SQLException {
        return new Revision(
                row.getLong("id"),
                row.getObject("version", Integer.class),
                row.getInt("base"),
                row.getString("section"),
                Json.read(row.getString("answers"), Answers.class),
                row.getString("tab"),
                Rows.instant(row, "at"));
    }
}
