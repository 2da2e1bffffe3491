package org.rivages.cohort;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.ortools.Loader;
import com.google.ortools.graph.MinCostFlow;
import com.google.ortools.graph.MinCostFlowBase;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AssignmentTests {
    private static final int FORBIDDEN = AssignmentProblem.Affinity.FORBIDDEN;

    /** A problem as a table, so that rows and columns can be shuffled. */
    private record Table(
            List<AssignmentProblem.Application> applications,
            List<AssignmentProblem.Reviewer> reviewers,
            Map<String, Integer> affinity) {
        AssignmentProblem problem(AssignmentProblem.Aim aim) {
            return new AssignmentProblem(
                    applications,
                    reviewers,
                    (i, j) ->
                            affinity.getOrDefault(
                                    applications.get(i).id() + "/" + reviewers.get(j).id(),
                                    FORBIDDEN),
                    aim);
        }

        Table shuffled(Random random) {
            List<AssignmentProblem.Application> rows = new ArrayList<>(applications);
            List<AssignmentProblem.Reviewer> columns = new ArrayList<>(reviewers);
            Collections.shuffle(rows, random);
            Collections.shuffle(columns, random);
            return new Table(rows, columns, affinity);
        }
    }

    private static Table random(Random random, int most) {
        int n = 1 + random.nextInt(most);
        int m = 1 + random.nextInt(most);
        int values = random.nextBoolean() ? 3 : 1000;
        int density = 30 + random.nextInt(70);
        List<AssignmentProblem.Reviewer> reviewers = new ArrayList<>();
        for (int j = 0; j < m; j++) {
            int least = random.nextInt(4) == 0 ? random.nextInt(3) : 0;
            int limit = random.nextInt(5) == 0 ? AssignmentProblem.NO_LIMIT : random.nextInt(5);
            reviewers.add(new AssignmentProblem.Reviewer("r" + j, least, Math.max(least, limit)));
        }
        List<AssignmentProblem.Application> applications = new ArrayList<>();
        Map<String, Integer> affinity = new HashMap<>();
        for (int i = 0; i < n; i++) {
            Set<String> kept = new HashSet<>();
            if (random.nextInt(6) == 0) {
                kept.add("r" + random.nextInt(m));
            }
            applications.add(new AssignmentProblem.Application("a" + i, random.nextInt(4), kept));
            for (int j = 0; j < m; j++) {
                if (random.nextInt(100) < density) {
                    affinity.put("a" + i + "/r" + j, random.nextInt(values) - values / 4);
                }
            }
        }
        return new Table(applications, reviewers, affinity);
    }

    /** By OR-Tools: the best total over pairs of at least this affinity, or null. */
    private static @Nullable Long oracle(AssignmentProblem problem, int least, boolean even) {
        int n = problem.applications().size();
        int m = problem.reviewers().size();
        MinCostFlow flow = new MinCostFlow();
        int[] base = new int[m];
        int sink = n + m;
        long all = 0;
        for (var application : problem.applications()) {
            for (int j = 0; j < m; j++) {
                base[j] += application.kept().contains(problem.reviewers().get(j).id()) ? 1 : 0;
            }
        }
        List<Integer> pairs = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            var application = problem.applications().get(i);
            int wanted = Math.max(0, application.wanted() - application.kept().size());
            all += wanted;
            flow.setNodeSupply(i, wanted);
            for (int j = 0; j < m; j++) {
                int affinity = problem.affinity().of(i, j);
                if (affinity != FORBIDDEN
                        && affinity >= least
                        && !application.kept().contains(problem.reviewers().get(j).id())) {
                    pairs.add(flow.addArcWithCapacityAndUnitCost(i, n + j, 1, -affinity));
                }
            }
        }
        // a load that must be reached earns more than all affinities together
        long large = 10_000_000;
        long owed = 0;
        for (int j = 0; j < m; j++) {
            int low = Math.max(0, problem.reviewers().get(j).least() - base[j]);
            int high = Math.min(n, Math.max(0, problem.reviewers().get(j).most() - base[j]));
            owed += low;
            if (even) {
                for (int k = 1; k <= high; k++) {
                    long cost = 100_000L * (2 * (base[j] + k) - 1);
                    flow.addArcWithCapacityAndUnitCost(
                            n + j, sink, 1, k <= low ? cost - large : cost);
                }
                for (int k = high + 1; k <= low; k++) {
                    flow.addArcWithCapacityAndUnitCost(n + j, sink, 1, -large);
                }
            } else {
                flow.addArcWithCapacityAndUnitCost(n + j, sink, low, -large);
                flow.addArcWithCapacityAndUnitCost(n + j, sink, Math.max(0, high - low), 0);
            }
        }
        flow.setNodeSupply(sink, (int) -all);
        if (flow.solve() != MinCostFlowBase.Status.OPTIMAL) {
            return null;
        }
        long total = 0;
        for (int pair : pairs) {
            total -= flow.getFlow(pair) * flow.getUnitCost(pair);
        }
        long reached = 0;
        for (int arc = 0; arc < flow.getNumArcs(); arc++) {
            reached += flow.getUnitCost(arc) <= -large / 2 ? flow.getFlow(arc) : 0;
        }
        return reached == owed ? total : null;
    }

    private static int worst(AssignmentProblem problem) {
        Set<Integer> values = new HashSet<>();
        for (int i = 0; i < problem.applications().size(); i++) {
            for (int j = 0; j < problem.reviewers().size(); j++) {
                values.add(problem.affinity().of(i, j));
            }
        }
        return values.stream()
                .filter(value -> value != FORBIDDEN && oracle(problem, value, false) != null)
                .mapToInt(value -> value)
                .max()
                .orElseThrow();
    }

    @Test
    void agrees_with_the_oracle_and_proves_it_on_thousands_of_small_problems() {
        Loader.loadNativeLibraries();
        int impossible = 0;
        for (int seed = 0; seed < 6000; seed++) {
            Random random = new Random(seed);
            Table table = random(random, 9);
            for (AssignmentProblem.Aim aim : AssignmentProblem.Aim.values()) {
                AssignmentProblem problem = table.problem(aim);
                AssignmentOutcome outcome = AssignmentSolver.solve(problem);
                assertThat(AssignmentChecker.check(problem, outcome))
                        .as("seed " + seed + " " + aim)
                        .isNull();
                Long best = oracle(problem, FORBIDDEN + 1, aim == AssignmentProblem.Aim.EVEN_LOADS);
                switch (outcome) {
                    case AssignmentOutcome.Impossible _ -> {
                        assertThat(best).as("seed " + seed + " " + aim).isNull();
                        impossible++;
                    }
                    case AssignmentOutcome.Assigned assigned -> {
                        Integer worst = assigned.proof().worst();
                        assertThat(best).as("seed " + seed + " " + aim).isNotNull();
                        if (aim == AssignmentProblem.Aim.WORST_PAIR && worst != null) {
                            assertThat(worst).as("seed " + seed).isEqualTo(worst(problem));
                            best = oracle(problem, worst, false);
                        }
                        assertThat(assigned.total()).as("seed " + seed + " " + aim).isEqualTo(best);
                    }
                }
            }
        }
        assertThat(impossible).isGreaterThan(2000);
    }

    @Test
    void the_order_of_the_input_changes_nothing() {
        for (int seed = 0; seed < 500; seed++) {
            Random random = new Random(seed);
            Table table = random(random, 12);
            Table shuffled = table.shuffled(random);
            for (AssignmentProblem.Aim aim : AssignmentProblem.Aim.values()) {
                assertThat(AssignmentSolver.solve(shuffled.problem(aim)))
                        .isEqualTo(AssignmentSolver.solve(table.problem(aim)));
            }
        }
    }

    @Test
    void a_shortage_needs_each_of_its_applications() {
        int seen = 0;
        for (int seed = 0; seed < 800; seed++) {
            Table table = random(new Random(seed), 12);
            if (AssignmentSolver.solve(table.problem(AssignmentProblem.Aim.TOTAL))
                            instanceof
                            AssignmentOutcome.Impossible(
                                    AssignmentOutcome.TooFewReviewers(var applications, _, _, _))
                    && applications.size() > 1) {
                seen++;
                for (String out : applications) {
                    Set<String> rest = new HashSet<>(applications);
                    rest.remove(out);
                    AssignmentProblem problem = table.problem(AssignmentProblem.Aim.TOTAL);
                    assertThat(counted(problem, rest)).as("seed " + seed).isNull();
                }
            }
        }
        assertThat(seen).isGreaterThan(20);
    }

    /** The shortage of these applications, or null where there is none. */
    private static @Nullable Integer counted(AssignmentProblem problem, Set<String> applications) {
        for (int possible = 0; possible < 60; possible++) {
            for (int wanted = possible + 1; wanted < 60; wanted++) {
                var shortage =
                        new AssignmentOutcome.TooFewReviewers(
                                applications, readers(problem, applications), wanted, possible);
                if (AssignmentChecker.check(problem, new AssignmentOutcome.Impossible(shortage))
                        == null) {
                    return wanted - possible;
                }
            }
        }
        return null;
    }

    private static Set<String> readers(AssignmentProblem problem, Set<String> applications) {
        Set<String> readers = new HashSet<>();
        for (int i = 0; i < problem.applications().size(); i++) {
            var application = problem.applications().get(i);
            if (applications.contains(application.id())
                    && application.wanted() > application.kept().size()) {
                for (int j = 0; j < problem.reviewers().size(); j++) {
                    String id = problem.reviewers().get(j).id();
                    if (problem.affinity().of(i, j) != FORBIDDEN
                            && !application.kept().contains(id)) {
                        readers.add(id);
                    }
                }
            }
        }
        return readers;
    }

    @Test
    void a_changed_answer_is_refused() {
        int refused = 0;
        for (int seed = 0; seed < 1500; seed++) {
            Random random = new Random(seed);
            Table table = random(random, 9);
            for (AssignmentProblem.Aim aim : AssignmentProblem.Aim.values()) {
                AssignmentProblem problem = table.problem(aim);
                if (AssignmentSolver.solve(problem) instanceof AssignmentOutcome.Assigned assigned
                        && !assigned.proof().prices().isEmpty()) {
                    AssignmentOutcome.Assigned other = mutated(assigned, random);
                    if (other.equals(assigned)) {
                        continue;
                    }
                    if (!other.reviewers().equals(assigned.reviewers())) {
                        // another assignment may be right only when it is as good
                        refused += AssignmentChecker.check(problem, other) != null ? 1 : 0;
                    } else {
                        assertThat(AssignmentChecker.check(problem, other))
                                .as("seed " + seed + " " + aim)
                                .isNotNull();
                        refused++;
                    }
                }
            }
        }
        assertThat(refused).isGreaterThan(300);
    }

    private static AssignmentOutcome.Assigned mutated(
            AssignmentOutcome.Assigned assigned, Random random) {
        Map<String, List<String>> reviewers = new TreeMap<>(assigned.reviewers());
        if (random.nextBoolean()) {
            return new AssignmentOutcome.Assigned(
                    reviewers, assigned.total() + 1, assigned.proof());
        }
        List<String> ids = new ArrayList<>(reviewers.keySet());
        String one = ids.get(random.nextInt(ids.size()));
        String other = ids.get(random.nextInt(ids.size()));
        List<String> before = reviewers.get(one);
        reviewers.put(one, reviewers.get(other));
        reviewers.put(other, before);
        return new AssignmentOutcome.Assigned(reviewers, assigned.total(), assigned.proof());
    }

    @Test
    void nothing_to_assign_is_an_assignment() {
        AssignmentProblem nothing =
                new AssignmentProblem(
                        List.of(), List.of(), (_, _) -> 0, AssignmentProblem.Aim.WORST_PAIR);
        AssignmentOutcome outcome = AssignmentSolver.solve(nothing);
        assertThat(outcome).isInstanceOf(AssignmentOutcome.Assigned.class);
        assertThat(AssignmentChecker.check(nothing, outcome)).isNull();
    }
}
