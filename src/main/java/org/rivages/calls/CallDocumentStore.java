package org.rivages.calls;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.rivages.files.Files;
import org.rivages.files.StoredFile;
import org.rivages.shared.Json;
import org.rivages.shared.LocalizedText;
import org.rivages.shared.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class CallDocumentStore {
    private final JdbcClient jdbc;
    private final Files files;

    CallDocumentStore(JdbcClient jdbc, Files files) {
        this.jdbc = jdbc;
        this.files = files;
    }

    private record Line(UUID id, UUID file, LocalizedText title) {}

    List<CallDocument> of(CallId call) {
        return jdbc
                .sql("select * from calls.document where call = :call order by added_at, id")
                .param("call", call.value())
                .query((row, n) ->
                        new Line(
                                Rows.uuid(row, "id"),
                                Rows.uuid(row, "file"),
                                Rows.text(row, "title")))
                .list()
                .stream()
                .flatMap(line -> files.file(line.file).map(file -> document(line, file)).stream())
                .toList();
    }

    private static CallDocument document(Line line, StoredFile file) {
        return new CallDocument(
                line.id,
                line.file,
                line.title.isEmpty() ? LocalizedText.same(file.name()) : line.title,
                file.type().extension().toUpperCase(java.util.Locale.ROOT),
                file.size());
    }

    void add(CallId call, UUID file, LocalizedText title, Instant at) {
        jdbc.sql(
                        """
                        insert into calls.document (id, call, file, title, added_at)
                        values (:id, :call, :file, :title::jsonb, :at)
                        """)
                .param("id", UUID.randomUUID())
                .param("call", call.value())
                .param("file", file)
                .param("title", Json.write(title))
                .param("at", Rows.param(at))
                .update();
    }

    /** The file that it was, to be forgotten too. */
    Optional<UUID> remove(CallId call, UUID id) {
        return jdbc.sql("delete from calls.document where call = :call and id = :id returning file")
                .param("call", call.value())
                .param("id", id)
                .query(UUID.class)
                .optional();
    }
}
