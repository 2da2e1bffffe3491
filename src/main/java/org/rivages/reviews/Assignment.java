package org.rivages.reviews;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Deals applications to jurors: each application to so many jurors who may read it, as evenly as
 * the conflicts and the languages allow. Exact: a minimum-cost flow with the cost 1, 3, 5 … for a
 * juror's first, second, third application, which makes the sum of the squared loads minimal. So no
 * juror has two more than another to whom a chain of exchanges could pass one (see {@link
 * #uneven}).
 *
 * <p>The order of the input does not matter: equals are told apart by a hash of their ids.
 */
final class Assignment {
    /**
     * @param readers who may read it: no conflict, and they read its language
     * @param kept who has it already and keeps it; counts towards {@code wanted}, conflict or not
     */
    record Task(UUID application, int wanted, Set<UUID> readers, Set<UUID> kept) {}

    /**
     * @param most at most so many applications, or null
     */
    record Juror(UUID id, @Nullable Integer most) {}

    sealed interface Outcome {}

    /**
     * @param jurors application → those who review it, the kept ones included
     */
    record Dealt(Map<UUID, Set<UUID>> jurors) implements Outcome {}

    record Impossible(List<Shortage> shortages) implements Outcome {}

    /**
     * A proof that it cannot be done: these applications together want {@code wanted} reviews,
     * these are all the jurors who may still read any of them, and they can take {@code possible}.
     */
    record Shortage(Set<UUID> applications, Set<UUID> jurors, int wanted, int possible) {}

    private final Map<UUID, Task> tasks = new TreeMap<>();
    private final Map<UUID, Juror> jurors = new TreeMap<>();
    private final Map<UUID, Set<UUID>> given = new TreeMap<>();
    private final Map<UUID, Set<UUID>> holds = new TreeMap<>();

    private Assignment(Collection<Task> tasks, Collection<Juror> jurors) {
        jurors.forEach(juror -> this.jurors.put(juror.id(), juror));
        this.jurors.keySet().forEach(id -> holds.put(id, new TreeSet<>()));
        for (Task task : tasks) {
            this.tasks.put(task.application(), task);
            given.put(task.application(), new TreeSet<>());
            task.kept().forEach(juror -> give(task.application(), juror));
        }
    }

    static Outcome deal(Collection<Task> tasks, Collection<Juror> jurors) {
        Assignment assignment = new Assignment(tasks, jurors);
        List<Shortage> shortages = new ArrayList<>();
        Set<UUID> proven = new LinkedHashSet<>();
        for (UUID application : assignment.order()) {
            while (assignment.missing(application) > 0 && !proven.contains(application)) {
                Shortage shortage = assignment.add(application);
                if (shortage != null) {
                    shortages.add(shortage);
                    proven.addAll(shortage.applications());
                }
            }
        }
        return shortages.isEmpty() ? new Dealt(assignment.given) : new Impossible(shortages);
    }

    /** In an order that mixes, so that the same two jurors do not always meet. */
    private List<UUID> order() {
        return tasks.keySet().stream().sorted(Comparator.comparingInt(id -> mix(id, id))).toList();
    }

    private Task task(UUID application) {
        return Objects.requireNonNull(tasks.get(application));
    }

    private Juror seat(UUID juror) {
        return Objects.requireNonNull(jurors.get(juror));
    }

    private Set<UUID> given(UUID application) {
        return Objects.requireNonNull(given.get(application));
    }

    private Set<UUID> holds(UUID juror) {
        return Objects.requireNonNull(holds.get(juror));
    }

    private int missing(UUID application) {
        return task(application).wanted() - given(application).size();
    }

    private void give(UUID application, UUID juror) {
        given(application).add(juror);
        holds.computeIfAbsent(juror, j -> new TreeSet<>()).add(application);
    }

    private void take(UUID application, UUID juror) {
        given(application).remove(juror);
        holds(juror).remove(application);
    }

    private boolean movable(UUID application, UUID juror) {
        return !task(application).kept().contains(juror);
    }

    private boolean full(UUID juror) {
        Integer most = seat(juror).most();
        return most != null && holds(juror).size() >= most;
    }

    /** One more review for this application, or why there can be none. */
    private @Nullable Shortage add(UUID start) {
        Reach reach = reach(start);
        UUID best = null;
        for (UUID juror : reach.jurors()) {
            if (!full(juror) && (best == null || better(start, juror, best))) {
                best = juror;
            }
        }
        if (best == null) {
            return shortage(reach.applications(), reach.jurors());
        }
        follow(start, best, reach);
        return null;
    }

    private boolean better(UUID application, UUID one, UUID other) {
        int difference = holds(one).size() - holds(other).size();
        return difference < 0
                || (difference == 0 && mix(application, one) < mix(application, other));
    }

    /** Walks back from the juror who takes one more, passing applications along. */
    private void follow(UUID start, UUID last, Reach reach) {
        UUID juror = last;
        while (true) {
            UUID application = reach.cameFrom(juror);
            UUID before = application.equals(start) ? null : reach.holder(application);
            give(application, juror);
            if (before == null) {
                return;
            }
            take(application, before);
            juror = before;
        }
    }

    /**
     * Whom one more application can reach, directly or by passing others along.
     *
     * @param via juror → the application that would come to them
     * @param from application → the juror who would pass it on
     */
    private record Reach(Map<UUID, UUID> via, Map<UUID, UUID> from, Set<UUID> applications) {
        Set<UUID> jurors() {
            return via.keySet();
        }

        UUID cameFrom(UUID juror) {
            return Objects.requireNonNull(via.get(juror));
        }

        UUID holder(UUID application) {
            return Objects.requireNonNull(from.get(application));
        }
    }

    private Reach reach(UUID start) {
        Reach reach =
                new Reach(new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashSet<>());
        ArrayDeque<UUID> waiting = new ArrayDeque<>(List.of(start));
        reach.applications().add(start);
        while (!waiting.isEmpty()) {
            UUID application = waiting.remove();
            for (UUID juror : new TreeSet<>(task(application).readers())) {
                if (!jurors.containsKey(juror)
                        || given(application).contains(juror)
                        || reach.via().putIfAbsent(juror, application) != null) {
                    continue;
                }
                for (UUID held : holds(juror)) {
                    if (movable(held, juror) && reach.applications().add(held)) {
                        reach.from().put(held, juror);
                        waiting.add(held);
                    }
                }
            }
        }
        return reach;
    }

    /**
     * The applications that were reached, all jurors who may read any of them, and the sum of what
     * those can still do: each juror at most once per application, and within their limit.
     */
    private Shortage shortage(Set<UUID> applications, Set<UUID> reached) {
        int wanted = 0;
        int have = 0;
        Set<UUID> readers = new TreeSet<>(reached);
        for (UUID application : applications) {
            wanted += task(application).wanted();
            have += given(application).size();
            readers.addAll(given(application));
        }
        return new Shortage(new TreeSet<>(applications), readers, wanted, have);
    }

    /**
     * Proof of evenness, found again from the result alone: the pairs of jurors whose loads differ
     * by two or more although a chain of exchanges could even them out. Empty for every {@link
     * Dealt}.
     */
    static List<List<UUID>> uneven(Collection<Task> tasks, Collection<Juror> jurors, Dealt dealt) {
        Assignment assignment = new Assignment(tasks, jurors);
        dealt.jurors()
                .forEach((application, readers) ->
                        readers.forEach(juror -> assignment.give(application, juror)));
        List<List<UUID>> pairs = new ArrayList<>();
        for (UUID heavy : assignment.jurors.keySet()) {
            for (UUID held : assignment.holds(heavy)) {
                if (!assignment.movable(held, heavy)) {
                    continue;
                }
                for (UUID light : assignment.reach(held).jurors()) {
                    if (!assignment.full(light)
                            && assignment.holds(heavy).size()
                                    >= assignment.holds(light).size() + 2) {
                        pairs.add(List.of(heavy, light));
                    }
                }
            }
        }
        return pairs;
    }

    private static int mix(UUID one, UUID other) {
        long mixed =
                one.getLeastSignificantBits() * 0x9E3779B97F4A7C15L
                        ^ other.getMostSignificantBits();
        mixed = (mixed ^ (mixed >>> 29)) * 0xBF58476D1CE4E5B9L + other.getLeastSignificantBits();
        return (int) ((mixed ^ (mixed >>> 32)) >>> 1 & Integer.MAX_VALUE);
    }
}
