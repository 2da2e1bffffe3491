package org.rivages.reviews;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class AssignmentTests {
    @Property(tries = 300)
    void everybodyIsReadByEnoughAllowedJurorsAndNoLoadCouldBeMoreEven(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 30) int applications,
            @ForAll @IntRange(min = 2, max = 7) int jurors) {
        Random random = new Random(seed);
        List<Assignment.Juror> panel = panel(random, jurors);
        List<Assignment.Task> tasks = tasks(random, applications, panel);
        switch (Assignment.deal(tasks, panel)) {
            case Assignment.Dealt dealt -> {
                for (Assignment.Task task : tasks) {
                    Set<UUID> given = dealt.jurors().get(task.application());
                    assertThat(given).hasSizeGreaterThanOrEqualTo(task.wanted());
                    Set<UUID> fresh = new HashSet<>(given);
                    fresh.removeAll(task.kept());
                    assertThat(task.readers()).containsAll(fresh);
                }
                assertThat(Assignment.uneven(tasks, panel, dealt)).isEmpty();
                if (applications * 2 + jurors <= 14) {
                    assertThat(squares(dealt, panel)).isEqualTo(bestSquares(tasks, panel));
                }
            }
            case Assignment.Impossible impossible ->
                    assertThat(impossible.shortages())
                            .isNotEmpty()
                            .allSatisfy(shortage -> provesItself(shortage, tasks, panel));
        }
    }

    /** The jurors named are all who may read these applications, and cannot take enough of them. */
    private static void provesItself(
            Assignment.Shortage shortage,
            List<Assignment.Task> tasks,
            List<Assignment.Juror> panel) {
        Map<UUID, Integer> limits = new HashMap<>();
        panel.forEach(juror -> limits.put(juror.id(), juror.most() == null ? 1000 : juror.most()));
        Map<UUID, Integer> could = new HashMap<>();
        int wanted = 0;
        for (Assignment.Task task : tasks) {
            if (shortage.applications().contains(task.application())) {
                wanted += task.wanted();
                assertThat(shortage.jurors()).containsAll(task.kept());
                Set<UUID> readers = new HashSet<>(task.readers());
                readers.addAll(task.kept());
                readers.forEach(juror -> could.merge(juror, 1, Integer::sum));
            }
        }
        int most = 0;
        for (var entry : could.entrySet()) {
            most += Math.min(entry.getValue(), limits.getOrDefault(entry.getKey(), 0));
        }
        assertThat(shortage.possible()).isLessThan(shortage.wanted());
        assertThat(wanted).isEqualTo(shortage.wanted());
        assertThat(most).isLessThan(wanted);
    }

    @Test
    void evenWithinOneWhereNothingStandsInTheWay() {
        Random random = new Random(7);
        List<Assignment.Juror> panel =
                people(5).stream().map(id -> new Assignment.Juror(id, null)).toList();
        Set<UUID> all = new HashSet<>(panel.stream().map(Assignment.Juror::id).toList());
        List<Assignment.Task> tasks = new ArrayList<>();
        for (int i = 0; i < 121; i++) {
            tasks.add(new Assignment.Task(id(random), 2, all, Set.of()));
        }
        Assignment.Dealt dealt = (Assignment.Dealt) Assignment.deal(tasks, panel);
        assertThat(loads(dealt, panel).values()).allMatch(load -> load == 48 || load == 49);
    }

    @Test
    void theOrderOfTheInputDoesNotMatter() {
        Random random = new Random(3);
        List<Assignment.Juror> panel = new ArrayList<>(panel(random, 5));
        List<Assignment.Task> tasks = new ArrayList<>(tasks(random, 20, panel));
        Assignment.Outcome first = Assignment.deal(tasks, panel);
        java.util.Collections.shuffle(tasks, random);
        java.util.Collections.shuffle(panel, random);
        assertThat(Assignment.deal(tasks, panel)).isEqualTo(first);
    }

    @Test
    void namesTheApplicationsThatNobodyMayRead() {
        UUID juror = UUID.randomUUID();
        UUID lonely = UUID.randomUUID();
        Assignment.Impossible impossible =
                (Assignment.Impossible)
                        Assignment.deal(
                                List.of(
                                        new Assignment.Task(
                                                UUID.randomUUID(), 1, Set.of(juror), Set.of()),
                                        new Assignment.Task(lonely, 1, Set.of(), Set.of())),
                                List.of(new Assignment.Juror(juror, null)));
        assertThat(impossible.shortages())
                .singleElement()
                .satisfies(s -> assertThat(s.applications()).containsExactly(lonely));
    }

    private static List<UUID> people(int n) {
        List<UUID> ids = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            ids.add(UUID.randomUUID());
        }
        return ids;
    }

    private static UUID id(Random random) {
        return new UUID(random.nextLong(), random.nextLong());
    }

    private static List<Assignment.Juror> panel(Random random, int n) {
        List<Assignment.Juror> panel = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            panel.add(
                    new Assignment.Juror(
                            id(random), random.nextInt(3) == 0 ? 2 + random.nextInt(12) : null));
        }
        return panel;
    }

    private static List<Assignment.Task> tasks(Random random, int n, List<Assignment.Juror> panel) {
        List<Assignment.Task> tasks = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            Set<UUID> readers = new HashSet<>();
            panel.forEach(juror -> {
                if (random.nextInt(10) < 7) {
                    readers.add(juror.id());
                }
            });
            tasks.add(new Assignment.Task(id(random), 1 + random.nextInt(2), readers, Set.of()));
        }
        return tasks;
    }

    private static Map<UUID, Integer> loads(Assignment.Dealt dealt, List<Assignment.Juror> panel) {
        Map<UUID, Integer> loads = new HashMap<>();
        panel.forEach(juror -> loads.put(juror.id(), 0));
        dealt.jurors()
                .values()
                .forEach(all -> all.forEach(juror -> loads.merge(juror, 1, Integer::sum)));
        return loads;
    }

    private static int squares(Assignment.Dealt dealt, List<Assignment.Juror> panel) {
        return loads(dealt, panel).values().stream().mapToInt(load -> load * load).sum();
    }

    /** By trying everything. */
    private static int bestSquares(List<Assignment.Task> tasks, List<Assignment.Juror> panel) {
        return best(tasks, panel, 0, new HashMap<>());
    }

    private static int best(
            List<Assignment.Task> tasks,
            List<Assignment.Juror> panel,
            int at,
            Map<UUID, Integer> loads) {
        if (at == tasks.size()) {
            return loads.values().stream().mapToInt(load -> load * load).sum();
        }
        Assignment.Task task = tasks.get(at);
        List<UUID> readers = List.copyOf(task.readers());
        int least = Integer.MAX_VALUE;
        for (int mask = 0; mask < 1 << readers.size(); mask++) {
            if (Integer.bitCount(mask) != task.wanted()) {
                continue;
            }
            Map<UUID, Integer> then = new HashMap<>(loads);
            boolean fits = true;
            for (int i = 0; i < readers.size(); i++) {
                if ((mask >> i & 1) == 1) {
                    UUID juror = readers.get(i);
                    int load = then.merge(juror, 1, Integer::sum);
                    Integer most =
                            panel.stream()
                                    .filter(j -> j.id().equals(juror))
                                    .findFirst()
                                    .orElseThrow()
                                    .most();
                    fits &= most == null || load <= most;
                }
            }
            if (fits) {
                least = Math.min(least, best(tasks, panel, at + 1, then));
            }
        }
        return least;
    }
}
