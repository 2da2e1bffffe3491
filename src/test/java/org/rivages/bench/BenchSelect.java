package org.rivages.bench;

import com.google.ortools.Loader;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.rivages.cohort.CertificateChecker;
import org.rivages.cohort.CohortSession;
import org.rivages.cohort.CohortSolver;
import org.rivages.cohort.GeneratedCall;
import org.rivages.cohort.GeneratedCall.Level;
import org.rivages.cohort.Outcome;
import org.rivages.cohort.Problem;
import org.rivages.cohort.Rule;
import org.rivages.cohort.Verdict;
import org.rivages.cohort.WorkLimit;

/**
 * CPU seconds until the best cohort is proven, draw among equals and certificate included, beside
 * OR-Tools CP-SAT in the same run, which proves the score alone and gives no certificate.
 */
final class BenchSelect {
    private static final int[][] SIZES = {{300, 25}, {2_000, 100}, {10_000, 500}, {100_000, 2_000}};

    private final int seeds;
    private final double patience;

    BenchSelect(List<String> arguments) {
        this.seeds = arguments.isEmpty() ? 3 : Integer.parseInt(arguments.getFirst());
        this.patience = arguments.size() < 2 ? 20 : Double.parseDouble(arguments.get(1));
    }

    private record Timed<T>(T result, double seconds) {}

    private static <T> Timed<T> time(Supplier<T> work) {
        long begin = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        T result = work.get();
        long end = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        return new Timed<>(result, (end - begin) / 1e9);
    }

    void run() {
        Loader.loadNativeLibraries();
        for (int seed = 1; seed <= 5; seed++) {
            for (Level level : Level.values()) {
                Problem problem = GeneratedCall.of(2_000, 100, level, seed, 1);
                CertificateChecker.check(problem, CohortSolver.solve(problem, limit()));
            }
        }
        System.out.printf(
                "%-28s %9s %9s %9s %9s %8s  %s%n",
                "instance", "proven s", "check s", "CP-SAT s", "ratio", "peak MB", "answer");
        for (int[] size : SIZES) {
            for (Level level : Level.values()) {
                for (int seed = 1; seed <= seeds; seed++) {
                    row(GeneratedCall.of(size[0], size[1], level, seed, 1), size, level, seed);
                }
            }
        }
        System.out.printf(
                "%n%-28s %9s %9s %9s%n", "one rule moved by one", "median s", "worst s", "");
        for (int[] size : SIZES) {
            moved(GeneratedCall.of(size[0], size[1], Level.MEDIUM, 1, 1), size);
        }
    }

    private static WorkLimit limit() {
        return WorkLimit.standard();
    }

    private void row(Problem problem, int[] size, Level level, int seed) {
        resetPeak();
        Timed<Outcome> own = time(() -> CohortSolver.solve(problem, limit()));
        long peak = peak();
        Timed<Verdict> check = time(() -> CertificateChecker.check(problem, own.result()));
        CpSat.Answer other = CpSat.solve(problem, patience);
        String name =
                size[1]
                        + " of "
                        + size[0]
                        + " "
                        + level.name().toLowerCase(Locale.ROOT)
                        + " "
                        + seed;
        System.out.printf(
                Locale.ROOT,
                "%-28s %9.3f %9.3f %9.3f %9s %8d  %s%s%n",
                name,
                own.seconds(),
                check.seconds(),
                other.seconds(),
                (other.proven() ? "" : "> ")
                        + String.format(Locale.ROOT, "%.0f", other.seconds() / own.seconds()),
                peak >> 20,
                text(own.result(), other),
                check.result() instanceof Verdict.Holds ? "" : " " + check.result());
    }

    private static String text(Outcome outcome, CpSat.Answer other) {
        return switch (outcome) {
            case Outcome.Optimal optimal -> {
                long score = optimal.values().getFirst().value();
                boolean same = !other.proven() || other.score() == score;
                yield score + (same ? "" : " BUT CP-SAT SAYS " + other.score());
            }
            case Outcome.Infeasible infeasible ->
                    "infeasible: " + String.join(", ", infeasible.rules());
            case Outcome.Interrupted interrupted ->
                    "interrupted, bound " + interrupted.bound() + " " + interrupted.values();
        };
    }

    private static void moved(Problem problem, int[] size) {
        CohortSession session = new CohortSession(problem);
        session.solve(limit());
        List<Double> times = new ArrayList<>();
        for (int r = 0; r < problem.rules().size() && times.size() < 200; r++) {
            if (problem.rules().get(r) instanceof Rule.Quota quota && quota.max() != null) {
                for (int by = -1; by <= 1; by += 2) {
                    int max = quota.max() + by;
                    Integer min = quota.min();
                    if (max < 0 || min != null && max < min) {
                        continue;
                    }
                    List<Rule> rules = new ArrayList<>(problem.rules());
                    rules.set(
                            r,
                            Rule.Quota.of(quota.id(), quota.attribute(), quota.value(), min, max));
                    times.add(
                            time(
                                            () -> {
                                                session.changeRules(rules);
                                                return session.solve(limit());
                                            })
                                    .seconds());
                }
            }
        }
        times.sort(Double::compare);
        System.out.printf(
                Locale.ROOT,
                "%-28s %9.4f %9.4f%n",
                size[1] + " of " + size[0] + " medium",
                times.get(times.size() / 2),
                times.getLast());
    }

    private static void resetPeak() {
        System.gc();
        heap().forEach(MemoryPoolMXBean::resetPeakUsage);
    }

    /** Live and not yet collected, as the heap of this program allows; the problem included. */
    private static long peak() {
        return heap().stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
    }

    private static List<MemoryPoolMXBean> heap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
    }
}
