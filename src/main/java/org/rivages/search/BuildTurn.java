package org.rivages.search;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;

/**
 * Which of several copies builds the index that they share. The turn is a lock of the database, so
 * that it ends with a copy that dies.
 */
@Component
class BuildTurn {
    private static final String LOCK = "hashtextextended('search.build', 0)";

    private final DataSource database;

    BuildTurn(DataSource database) {
        this.database = database;
    }

    /** Does the work, unless another copy has the turn: then false. */
    boolean take(Runnable work) {
        try (Connection connection = database.getConnection()) {
            JdbcClient jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            if (!holds(jdbc, "select pg_try_advisory_lock(" + LOCK + ")")) {
                return false;
            }
            try {
                work.run();
                return true;
            } finally {
                holds(jdbc, "select pg_advisory_unlock(" + LOCK + ")");
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the database did not lend a connection", e);
        }
    }

    private static boolean holds(JdbcClient jdbc, String sql) {
        return Boolean.TRUE.equals(jdbc.sql(sql).query(Boolean.class).single());
    }
}
