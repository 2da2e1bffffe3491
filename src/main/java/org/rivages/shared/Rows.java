package org.rivages.shared;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads our column types from a row: what every store would otherwise write again. */
public final class Rows {
    private Rows() {}

    public static UUID uuid(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    public static @Nullable UUID uuidOrNull(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    public static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getTimestamp(column).toInstant();
    }

    public static @Nullable Instant instantOrNull(ResultSet row, String column)
            throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    /** A jsonb column of localized text; null reads as empty. */
    public static LocalizedText text(ResultSet row, String column) throws SQLException {
        String json = row.getString(column);
        return json == null ? LocalizedText.EMPTY : Json.read(json, LocalizedText.class);
    }

    public static @Nullable FuzzyDate dateOrNull(ResultSet row, String column) throws SQLException {
        String edtf = row.getString(column);
        return edtf == null ? null : FuzzyDate.of(edtf);
    }

    /** What {@code JdbcClient} takes for a {@code timestamptz} parameter. */
    public static @Nullable Timestamp param(@Nullable Instant at) {
        return at == null ? null : Timestamp.from(at);
    }
}
