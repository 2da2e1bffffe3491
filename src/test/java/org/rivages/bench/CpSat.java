package org.rivages.bench;

import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverStatus;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.Literal;
import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.rivages.cohort.Candidate;
import org.rivages.cohort.Problem;
import org.rivages.cohort.Rule;

/** The best total score by OR-Tools CP-SAT: the rival, and in tests the oracle. */
public final class CpSat {
    /**
     * @param proven optimal or infeasible, by its own word
     * @param feasible whether there is a cohort
     * @param score its total, in thousandths
     * @param seconds CPU seconds of all threads
     */
    public record Answer(boolean proven, boolean feasible, long score, double seconds) {}

    private final Problem problem;
    private final CpModel model = new CpModel();
    private final BoolVar[] chosen;
    private final Map<String, Integer> numbers = new TreeMap<>();

    private CpSat(Problem problem) {
        this.problem = problem;
        List<Candidate> candidates = problem.candidates();
        this.chosen = new BoolVar[candidates.size()];
        long[] scores = new long[chosen.length];
        for (int i = 0; i < chosen.length; i++) {
            chosen[i] = model.newBoolVar("");
            scores[i] = candidates.get(i).score();
            numbers.put(candidates.get(i).id(), i);
        }
        model.addEquality(LinearExpr.sum(chosen), problem.places());
        problem.rules().forEach(this::add);
        model.maximize(LinearExpr.weightedSum(chosen, scores));
    }

    /**
     * @param seconds after which it gives up, on the clock
     */
    public static Answer solve(Problem problem, double seconds) {
        OperatingSystemMXBean system =
                (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long begin = system.getProcessCpuTime();
        CpSolver solver = new CpSolver();
        solver.getParameters().setNumWorkers(2).setMaxTimeInSeconds(seconds);
        CpSolverStatus status = solver.solve(new CpSat(problem).model);
        double spent = (system.getProcessCpuTime() - begin) / 1e9;
        boolean optimal = status == CpSolverStatus.OPTIMAL;
        long score = optimal || status == CpSolverStatus.FEASIBLE ? Math.round(solver.objectiveValue()) : 0;
        return new Answer(
                optimal || status == CpSolverStatus.INFEASIBLE,
                status != CpSolverStatus.INFEASIBLE,
                score,
                spent);
    }

    private void add(Rule rule) {
        switch (rule) {
            case Rule.Quota quota -> {
                int column = problem.attributes().indexOf(quota.attribute());
                Map<String, List<Literal>> counted = new TreeMap<>();
                if (quota.value() != null) {
                    counted.put(quota.value(), new ArrayList<>());
                }
                for (int i = 0; i < chosen.length; i++) {
                    String value = problem.candidates().get(i).values().get(column);
                    if (!value.isEmpty() && (quota.each() || value.equals(quota.value()))) {
                        counted.computeIfAbsent(value, _ -> new ArrayList<>()).add(chosen[i]);
                    }
                }
                counted.values().forEach(some -> within(some, quota));
            }
            case Rule.GroupCap cap -> {
                Map<String, List<Literal>> groups = new TreeMap<>();
                for (int i = 0; i < chosen.length; i++) {
                    String group = problem.candidates().get(i).group();
                    if (!group.isEmpty()) {
                        groups.computeIfAbsent(group, _ -> new ArrayList<>()).add(chosen[i]);
                    }
                }
                for (List<Literal> some : groups.values()) {
                    if (some.size() > cap.max()) {
                        model.addLessOrEqual(sum(some), cap.max());
                    }
                }
            }
            case Rule.Include include ->
                    model.addEquality(chosen[numbers.get(include.candidate())], 1);
            case Rule.Exclude exclude ->
                    model.addEquality(chosen[numbers.get(exclude.candidate())], 0);
            case Rule.MutuallyExclusive several -> {
                List<Literal> some = new ArrayList<>();
                several.candidates().stream()
                        .distinct()
                        .forEach(id -> some.add(chosen[numbers.get(id)]));
                model.addAtMostOne(some);
            }
            case Rule.ScoreThreshold bar -> {
                for (int i = 0; i < chosen.length; i++) {
                    if (problem.candidates().get(i).score() < bar.min()) {
                        model.addEquality(chosen[i], 0);
                    }
                }
            }
        }
    }

    private static LinearExpr sum(List<Literal> some) {
        return LinearExpr.sum(some.toArray(new Literal[0]));
    }

    private void within(List<Literal> some, Rule.Quota quota) {
        long places = problem.places();
        long least = quota.min() == null ? 0 : quota.min();
        long most = quota.max() == null ? Integer.MAX_VALUE : quota.max();
        if (quota.minPercent() != null) {
            least = Math.max(least, (quota.minPercent() * places + 99) / 100);
        }
        if (quota.maxPercent() != null) {
            most = Math.min(most, quota.maxPercent() * places / 100);
        }
        if (least > most) {
            model.addBoolOr(new Literal[0]);
        } else {
            model.addLinearConstraint(sum(some), least, most);
        }
    }
}
