package org.rivages.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rivages.Rivages;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.transaction.support.TransactionTemplate;

/** Each test breaks the chain of this database in its own way, and mends it again. */
@SpringBootTest(classes = Rivages.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@DirtiesContext
class AuditIT {
    @Autowired AuditTrail audit;
    @Autowired AuditChain chain;
    @Autowired AuditSealer sealer;
    @Autowired AuditVerify command;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transaction;

    @BeforeEach
    void fiveSealedEntries() throws Exception {
        sealer.stop();
        asSuperuser("delete from audit.seal");
        asSuperuser("delete from audit.entry");
        for (int i = 1; i <= 5; i++) {
            record(i);
        }
        assertThat(chain.seal()).isEqualTo(5);
    }

    @Test
    void an_untouched_chain_is_whole() {
        assertThat(chain.verify())
                .isInstanceOfSatisfying(
                        AuditChain.State.Whole.class,
                        whole -> {
                            assertThat(whole.positions()).isEqualTo(5);
                            assertThat(whole.waiting()).isZero();
                        });
        assertThat(run(0)).contains("5 entries sealed", "head 5 ");
    }

    @Test
    void a_changed_entry_is_found() {
        asSuperuser("update audit.entry set details = '{\"n\": 99}' where details = '{\"n\": 3}'");
        assertThat(chain.verify())
                .isEqualTo(new AuditChain.State.Broken(3, AuditChain.Why.CHANGED));
        assertThat(run(1)).contains("BROKEN at position 3");
    }

    @Test
    void a_changed_author_is_found() {
        asSuperuser(
                "update audit.entry set actor = gen_random_uuid() where details = '{\"n\": 2}'");
        assertThat(chain.verify())
                .isEqualTo(new AuditChain.State.Broken(2, AuditChain.Why.CHANGED));
    }

    @Test
    void a_deleted_entry_is_found() {
        asSuperuser("delete from audit.entry where details = '{\"n\": 4}'");
        assertThat(chain.verify())
                .isEqualTo(new AuditChain.State.Broken(4, AuditChain.Why.ENTRY_GONE));
        asSuperuser("delete from audit.seal where position = 4");
        assertThat(chain.verify()).isEqualTo(new AuditChain.State.Broken(4, AuditChain.Why.GAP));
    }

    @Test
    void two_entries_that_changed_places_are_found() {
        asSuperuser(
                """
                update audit.seal a set entry = -b.entry from audit.seal b
                where a.position in (2, 3) and b.position in (2, 3) and a.position <> b.position
                """);
        asSuperuser("update audit.seal set entry = -entry where entry < 0");
        assertThat(chain.verify())
                .isEqualTo(new AuditChain.State.Broken(2, AuditChain.Why.CHANGED));
    }

    @Test
    void without_tricks_nobody_can_change_or_delete() {
        assertThatThrownBy(() -> jdbc.sql("update audit.entry set action = 'x'").update())
                .hasMessageContaining("append-only");
        assertThatThrownBy(() -> jdbc.sql("delete from audit.seal").update())
                .hasMessageContaining("append-only");
        assertThatThrownBy(() -> jdbc.sql("truncate audit.entry cascade").update())
                .hasMessageContaining("append-only");
    }

    @Test
    void an_entry_of_a_transaction_that_still_runs_waits_and_nothing_overtakes_it()
            throws Exception {
        CountDownLatch written = new CountDownLatch(1);
        CountDownLatch finish = new CountDownLatch(1);
        Thread slow =
                Thread.ofPlatform()
                        .start(() ->
                                transaction.executeWithoutResult(status -> {
                                    audit.record(
                                            null, "audit.test", UUID.randomUUID(), Map.of("n", 6));
                                    written.countDown();
                                    await(finish);
                                }));
        written.await();
        record(7);
        assertThat(chain.seal()).as("7 is committed, but 6 may come before it").isZero();
        finish.countDown();
        slow.join();
        assertThat(chain.seal()).isEqualTo(2);
        assertThat(
                        jdbc.sql(
                                        "select e.details->>'n' as n from audit.seal s join audit.entry e on e.id = s.entry where s.position > 5 order by s.position")
                                .query(String.class)
                                .list())
                .containsExactly("6", "7");
    }

    @Test
    void the_trail_falls_with_its_transaction() {
        transaction.executeWithoutResult(status -> {
            audit.record(null, "audit.test", UUID.randomUUID(), Map.of("n", 8));
            status.setRollbackOnly();
        });
        assertThat(chain.seal()).isZero();
    }

    private void record(int n) {
        transaction.executeWithoutResult(
                status -> audit.record(null, "audit.test", UUID.randomUUID(), Map.of("n", n)));
    }

    private void asSuperuser(String sql) {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("set local session_replication_role = replica").update();
            jdbc.sql(sql).update();
        });
    }

    private String run(int code) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(command.run(List.of(), new PrintStream(out, true, StandardCharsets.UTF_8)))
                .isEqualTo(code);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
