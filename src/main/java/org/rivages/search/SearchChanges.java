package org.rivages.search;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Where a room says that a record changed, in the transaction that changes it. The index reads
 * these lines in the order of their commits; the cache of public pages empties itself by them.
 */
@Component
public class SearchChanges {
    private final JdbcClient jdbc;

    SearchChanges(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void changed(String kind, UUID id) {
        jdbc.sql("insert into search.change (kind, record) values (:kind, :record)")
                .param("kind", kind)
                .param("record", id)
                .update();
    }
}
