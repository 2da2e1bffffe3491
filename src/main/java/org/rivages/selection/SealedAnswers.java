package org.rivages.selection;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.rivages.applications.ApplicationId;
import org.rivages.calls.CallId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Remembers for which classes somebody other than the chair was told whether the sealed rules are
 * met. Two classes that differ by few people would tell about these people, and many answers would
 * tell about everybody: both are refused.
 */
@Component
class SealedAnswers {
    /** Two classes differ by at least so many people, or by half of a class that is smaller. */
    static final int APART = 5;

    /** So many different classes in one call. */
    static final int MOST = 20;

    private final JdbcClient jdbc;
    private final BoardStore boards;

    SealedAnswers(JdbcClient jdbc, BoardStore boards) {
        this.jdbc = jdbc;
        this.boards = boards;
    }

    /**
     * Whether this class may be answered for; from then on it counts as answered. One at a time for
     * a call.
     *
     * @param chosen every place is filled
     */
    @Transactional
    public boolean mayTell(CallId call, Collection<ApplicationId> chosen) {
        boards.lock(call);
        Set<UUID> asked = new HashSet<>(Scenario.ids(List.copyOf(chosen)));
        List<Set<UUID>> told = told(call);
        if (told.contains(asked)) {
            return true;
        }
        if (told.size() >= MOST || told.stream().anyMatch(one -> near(one, asked))) {
            return false;
        }
        jdbc.sql(
                        "insert into selection.sealed_answer (id, call, members) values (:id, :call, :members)")
                .param("id", UUID.randomUUID())
                .param("call", call.value())
                .param("members", asked.toArray(UUID[]::new))
                .update();
        return true;
    }

    static boolean near(Set<UUID> one, Set<UUID> other) {
        long apart = other.stream().filter(id -> !one.contains(id)).count();
        return apart < Math.min(APART, Math.ceilDiv(other.size(), 2));
    }

    private List<Set<UUID>> told(CallId call) {
        return jdbc.sql("select members from selection.sealed_answer where call = :call")
                .param("call", call.value())
                .query((row, n) -> {
                    UUID[] members = (UUID[]) row.getArray("members").getArray();
                    return Set.copyOf(Arrays.asList(members));
                })
                .list();
    }
}
