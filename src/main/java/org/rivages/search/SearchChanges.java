package org.rivages.search;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Where a room says that a record changed, in the transaction that changes it. The index reads
 * these lines in the order of their commits; the cache of public pages empties itself by them.
 */
@Component
public class SearchChanges {
    private final JdbcClient jdbc;
    private final ContentVersion version;

    SearchChanges(JdbcClient jdbc, ContentVersion version) {
        this.jdbc = jdbc;
        this.version = version;
    }

    public void changed(String kind, UUID id) {
        jdbc.sql("insert into search.change (kind, record) values (:kind, :record)")
                .param("kind", kind)
                .param("record", id)
                .update();
        afterCommit();
    }

    private void afterCommit() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            version.bump();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        version.bump();
                    }
                });
    }
}
