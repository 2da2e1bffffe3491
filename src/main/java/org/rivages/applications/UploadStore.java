package org.rivages.applications;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.rivages.files.FileType;
import org.rivages.files.StoredFile;
import org.rivages.shared.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which file belongs to which application. Whether it still counts, its answers say. */
@Component
class UploadStore {
    private final JdbcClient jdbc;

    UploadStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<UUID, DocumentView> of(ApplicationId application) {
        Map<UUID, DocumentView> documents = new LinkedHashMap<>();
        jdbc.sql("select * from applications.document where application = :id order by at, file")
                .param("id", application.value())
                .query(UploadStore::document)
                .list()
                .forEach(one -> documents.put(one.id(), one));
        return documents;
    }

    void add(ApplicationId application, String field, StoredFile file, Instant at) {
        jdbc.sql(
                        """
                        insert into applications.document (file, application, field, name, type, size, at)
                        values (:file, :application, :field, :name, :type, :size, :at)
                        """)
                .param("file", file.id())
                .param("application", application.value())
                .param("field", field)
                .param("name", file.name())
                .param("type", file.type().name())
                .param("size", file.size())
                .param("at", Rows.param(at))
                .update();
    }

    /** Whether a version that was sent holds this file. */
    boolean wasSent(ApplicationId application, UUID file) {
        return jdbc.sql(
                        """
                        select exists (select from applications.submission s, applications.document d
                        where s.application = :application and d.file = :file
                          and s.answers -> d.field @> to_jsonb(cast(:text as text)))
                        """)
                .param("application", application.value())
                .param("file", file)
                .param("text", file.toString())
                .query(Boolean.class)
                .single();
    }

    void forget(UUID file) {
        jdbc.sql("delete from applications.document where file = :file")
                .param("file", file)
                .update();
    }

    private static DocumentView document(ResultSet row, int n) throws SQLException {
        return new DocumentView(
                Rows.uuid(row, "file"),
                row.getString("field"),
                "",
                row.getString("name"),
                FileType.valueOf(row.getString("type"))
                        .extension()
                        .toUpperCase(java.util.Locale.ROOT),
                row.getLong("size"),
                Rows.instant(row, "at"));
    }
}
