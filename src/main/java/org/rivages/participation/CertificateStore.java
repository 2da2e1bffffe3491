package org.rivages.participation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.rivages.calls.CallId;
import org.rivages.shared.Language;
import org.rivages.shared.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class CertificateStore {
    private final JdbcClient jdbc;

    CertificateStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False when the place has a valid certificate already. */
    boolean insert(Certificate certificate, UUID by) {
        return jdbc.sql(
                                """
                                insert into participation.certificate
                                (id, place, code, name, language, attended, total, issued_at, issued_by)
                                values (:id, :place, :code, :name, :language, :attended, :total, :at, :by)
                                on conflict (place) where revoked_at is null do nothing
                                """)
                        .param("id", certificate.id())
                        .param("place", certificate.place().value())
                        .param("code", certificate.code())
                        .param("name", certificate.name())
                        .param("language", certificate.language().code())
                        .param("attended", certificate.attended())
                        .param("total", certificate.total())
                        .param("at", Rows.param(certificate.issuedAt()))
                        .param("by", by)
                        .update()
                > 0;
    }

    Optional<Certificate> byCode(String code) {
        return jdbc.sql("select * from participation.certificate where code = :code")
                .param("code", code)
                .query(CertificateStore::certificate)
                .optional();
    }

    List<Certificate> of(CallId call) {
        return jdbc.sql(
                        """
                        select c.* from participation.certificate c
                        join participation.place p on p.id = c.place
                        where p.call = :call order by c.name, c.issued_at, c.id
                        """)
                .param("call", call.value())
                .query(CertificateStore::certificate)
                .list();
    }

    List<Certificate> of(PlaceId place) {
        return jdbc.sql(
                        "select * from participation.certificate where place = :place order by issued_at desc, id")
                .param("place", place.value())
                .query(CertificateStore::certificate)
                .list();
    }

    boolean revoke(UUID id, Instant at, String reason) {
        return jdbc.sql(
                                """
                                update participation.certificate set revoked_at = :at, revoked_reason = :reason
                                where id = :id and revoked_at is null
                                """)
                        .param("id", id)
                        .param("at", Rows.param(at))
                        .param("reason", reason)
                        .update()
                > 0;
    }

    private static Certificate certificate(ResultSet row, int n) throws SQLException {
        String reason = row.getString("revoked_reason");
        return new Certificate(
                Rows.uuid(row, "id"),
                new PlaceId(Rows.uuid(row, "place")),
                row.getString("code"),
                row.getString("name"),
                Language.require(row.getString("language")),
                row.getInt("attended"),
                row.getInt("total"),
                Rows.instant(row, "issued_at"),
                Rows.instantOrNull(row, "revoked_at"),
                reason == null ? "" : reason);
    }
}
