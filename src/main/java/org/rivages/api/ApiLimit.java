package org.rivages.api;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Arrays;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Counts the requests of each host by the minute, in the database, so that all copies of the
 * program count together. A host that has used up its minute is remembered here and costs no query
 * until the minute is over.
 */
@Component
class ApiLimit {
    private static final int MOST_REMEMBERED = 10_000;
    private static final int HALF_OF_V6 = 4;

    /**
     * @param left requests that the host still has in this minute; less than 0 when it had none for
     *     this one
     * @param seconds until the minute is over
     */
    record State(int left, int seconds) {
        boolean refused() {
            return left < 0;
        }
    }

    private final JdbcClient jdbc;
    private final int most;
    private final Cache<String, Long> spent =
            Caffeine.newBuilder()
                    .maximumSize(MOST_REMEMBERED)
                    .expireAfterWrite(Duration.ofMinutes(1))
                    .build();

    ApiLimit(JdbcClient jdbc, ApiSettings settings) {
        this.jdbc = jdbc;
        this.most = settings.limit();
    }

    /** Takes one request of this host's minute. */
    State take(String address) {
        String host = host(address);
        Long until = spent.getIfPresent(host);
        if (until != null && until - System.nanoTime() > 0) {
            return new State(-1, seconds(until - System.nanoTime()));
        }
        State state = counted(host);
        if (state.refused()) {
            spent.put(host, System.nanoTime() + Duration.ofSeconds(state.seconds()).toNanos());
        }
        return state;
    }

    private static int seconds(long nanos) {
        return (int) Math.max(1, Duration.ofNanos(nanos).toSeconds());
    }

    /** While the database does not answer, nothing is limited: the request will tell of it. */
    private State counted(String host) {
        try {
            return jdbc.sql(
                            """
                            insert into api.request_count as counted (host, minute, count)
                            values (:host, floor(extract(epoch from clock_timestamp()) / 60), 1)
                            on conflict (host, minute) do update set count = counted.count + 1
                            returning count,
                              60 - floor(extract(epoch from clock_timestamp()))::bigint % 60 as rest
                            """)
                    .param("host", host)
                    .query((row, n) -> new State(most - row.getInt("count"), row.getInt("rest")))
                    .single();
        } catch (DataAccessException e) {
            return new State(most, 1);
        }
    }

    /**
     * A host of the newer kind has as many addresses as it likes: it is known by the first half.
     */
    static String host(String address) {
        if (!address.contains(":")) {
            return address;
        }
        String plain = address.replaceFirst("%.*", "");
        int gap = plain.indexOf("::");
        String[] groups = (gap < 0 ? plain : plain.substring(0, gap)).split(":", -1);
        String[] half = Arrays.copyOf(groups, Math.min(groups.length, HALF_OF_V6));
        return String.join(":", half) + "::/64";
    }

    @Scheduled(fixedDelay = 60_000, initialDelay = 60_000)
    void forget() {
        jdbc.sql(
                        "delete from api.request_count where minute < floor(extract(epoch from clock_timestamp()) / 60) - 1")
                .update();
    }
}
