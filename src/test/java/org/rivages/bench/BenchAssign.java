package org.rivages.bench;

import com.google.ortools.Loader;
import com.google.ortools.graph.MinCostFlow;
import com.google.ortools.graph.MinCostFlowBase;
import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import org.rivages.cohort.AssignmentChecker;
import org.rivages.cohort.AssignmentOutcome;
import org.rivages.cohort.AssignmentProblem;
import org.rivages.cohort.AssignmentSolver;

/**
 * CPU seconds to assign reviewers, warm, beside OR-Tools' minimum-cost flow on the same instances
 * in the same run. Three languages, sixty cities with conflicts, six subjects; every reviewer can
 * take 15 % more than the mean.
 */
final class BenchAssign {
    private record Size(int applications, int reviewers, int wanted) {}

    private record Timed<T>(T value, double seconds) {}

    private static final OperatingSystemMXBean MACHINE =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    void run() {
        Loader.loadNativeLibraries();
        System.out.printf(
                "%-28s %-11s %10s %10s %10s %7s %12s%n",
                "applications x reviews / by",
                "aim",
                "rivages s",
                "check s",
                "or-tools s",
                "ratio",
                "total");
        for (Size size :
                List.of(new Size(300, 20, 3), new Size(2_000, 100, 3), new Size(10_000, 400, 3))) {
            for (AssignmentProblem.Aim aim : AssignmentProblem.Aim.values()) {
                measure(size, aim);
            }
        }
    }

    private static void measure(Size size, AssignmentProblem.Aim aim) {
        AssignmentProblem problem = generated(size, aim, 7);
        for (int warm = 0; warm < 3; warm++) {
            AssignmentSolver.solve(problem);
        }
        Timed<AssignmentOutcome> ours = timed(() -> AssignmentSolver.solve(problem));
        var checked = timed(() -> String.valueOf(AssignmentChecker.check(problem, ours.value)));
        String name = size.applications + " x " + size.wanted + " / " + size.reviewers;
        if (!(ours.value instanceof AssignmentOutcome.Assigned assigned)
                || !checked.value.equals("null")) {
            System.out.println(name + " " + aim + " FAILED " + checked.value);
            return;
        }
        if (aim == AssignmentProblem.Aim.EVEN_LOADS) {
            System.out.printf(
                    "%-28s %-11s %10.3f %10.3f %10s %7s %12d%n",
                    name, aim, ours.seconds, checked.seconds, "–", "–", assigned.total());
            return;
        }
        Integer worst = assigned.proof().worst();
        int least = worst == null ? Integer.MIN_VALUE + 1 : worst;
        Timed<Long> theirs = timed(() -> flow(problem, least));
        System.out.printf(
                "%-28s %-11s %10.3f %10.3f %10.3f %7.2f %12d%s%n",
                name,
                aim,
                ours.seconds,
                checked.seconds,
                theirs.seconds,
                ours.seconds / theirs.seconds,
                assigned.total(),
                theirs.value == assigned.total() ? "" : " DIFFERS FROM " + theirs.value);
    }

    private static <T> Timed<T> timed(Supplier<T> work) {
        long before = MACHINE.getProcessCpuTime();
        T value = work.get();
        return new Timed<>(value, (MACHINE.getProcessCpuTime() - before) / 1e9);
    }

    private static AssignmentProblem generated(Size size, AssignmentProblem.Aim aim, int seed) {
        Random random = new Random(seed);
        int subjects = 6;
        double[][] skill = new double[size.reviewers][subjects];
        int[] speaks = new int[size.reviewers];
        int[] city = new int[size.reviewers];
        int most = (int) Math.ceil(1.15 * size.applications * size.wanted / size.reviewers);
        List<AssignmentProblem.Reviewer> reviewers = new ArrayList<>();
        for (int j = 0; j < size.reviewers; j++) {
            speaks[j] = 1 + random.nextInt(7);
            city[j] = random.nextInt(60);
            for (int k = 0; k < subjects; k++) {
                skill[j][k] = random.nextDouble();
            }
            reviewers.add(new AssignmentProblem.Reviewer("r" + j, 0, most));
        }
        int[][] affinity = new int[size.applications][size.reviewers];
        List<AssignmentProblem.Application> applications = new ArrayList<>();
        for (int i = 0; i < size.applications; i++) {
            applications.add(new AssignmentProblem.Application("a" + i, size.wanted, Set.of()));
            int language = random.nextInt(3);
            int from = random.nextInt(60);
            double[] subject = new double[subjects];
            double all = 0;
            for (int k = 0; k < subjects; k++) {
                subject[k] = Math.pow(random.nextDouble(), 3);
                all += subject[k];
            }
            for (int j = 0; j < size.reviewers; j++) {
                double fit = 0;
                for (int k = 0; k < subjects; k++) {
                    fit += subject[k] * skill[j][k];
                }
                affinity[i][j] =
                        (speaks[j] >> language & 1) == 0 || city[j] == from
                                ? AssignmentProblem.Affinity.FORBIDDEN
                                : (int) (1000 * fit / all);
            }
        }
        return new AssignmentProblem(applications, reviewers, (i, j) -> affinity[i][j], aim);
    }

    private static long flow(AssignmentProblem problem, int least) {
        int n = problem.applications().size();
        int m = problem.reviewers().size();
        int sink = n + m;
        MinCostFlow flow = new MinCostFlow();
        int wanted = 0;
        for (int i = 0; i < n; i++) {
            wanted += problem.applications().get(i).wanted();
            flow.setNodeSupply(i, problem.applications().get(i).wanted());
            for (int j = 0; j < m; j++) {
                int affinity = problem.affinity().of(i, j);
                if (affinity != AssignmentProblem.Affinity.FORBIDDEN && affinity >= least) {
                    flow.addArcWithCapacityAndUnitCost(i, n + j, 1, -affinity);
                }
            }
        }
        flow.setNodeSupply(sink, -wanted);
        for (int j = 0; j < m; j++) {
            flow.addArcWithCapacityAndUnitCost(n + j, sink, problem.reviewers().get(j).most(), 0);
        }
        return flow.solve() == MinCostFlowBase.Status.OPTIMAL ? -flow.getOptimalCost() : -1;
    }
}
