package org.rivages.bench;

import java.util.List;

/** What was measured of one engine. */
record BenchSearchFigures(
        String name,
        Alone alone,
        double two,
        double sixteen,
        double cpu,
        double rate,
        double memory,
        double restart) {
    /** What is in use without the engine is not its own. */
    BenchSearchFigures besides(double megabytes) {
        return new BenchSearchFigures(
                name, alone, two, sixteen, cpu, rate, memory - megabytes, restart);
    }

    double p50() {
        return at(alone.wall(), 50);
    }

    double p99() {
        return at(alone.wall(), 99);
    }

    /** As milliseconds, or a dash for what works in another process. */
    String processor(int percent) {
        return alone.processor().length == 0
                ? "–"
                : String.format("%.2f", at(alone.processor(), percent));
    }

    private static double at(double[] ascending, int percent) {
        return ascending[ascending.length * percent / 100];
    }

    /**
     * Milliseconds of questions asked one after the other, ascending.
     *
     * @param wall as the clock has it, which others on the machine lengthen
     * @param processor that the asking thread used; empty for what works in another process
     */
    record Alone(double[] wall, double[] processor) {}

    static void print(List<BenchSearchFigures> all) {
        BenchSearchFigures ours = all.getFirst();
        System.out.printf(
                "%-12s %8s %8s %8s %8s %9s %9s %8s %9s %8s %8s%n",
                "",
                "p50 ms",
                "p99 ms",
                "CPU p50",
                "CPU p99",
                "q/s at 2",
                "at 16",
                "CPU ms",
                "rec/s",
                "MB",
                "restart");
        for (BenchSearchFigures one : all) {
            System.out.printf(
                    "%-12s %8.2f %8.2f %8s %8s %9.0f %9.0f %8.2f %9.0f %8.0f %7.2fs%n",
                    one.name(),
                    one.p50(),
                    one.p99(),
                    one.processor(50),
                    one.processor(99),
                    one.two(),
                    one.sixteen(),
                    one.cpu(),
                    one.rate(),
                    one.memory(),
                    one.restart());
        }
        for (BenchSearchFigures one : all.subList(1, all.size())) {
            System.out.printf(
                    "%s to rivages: p50 ×%.1f, p99 ×%.1f, q/s at 16 ÷%.1f, CPU ×%.1f%n",
                    one.name(),
                    one.p50() / ours.p50(),
                    one.p99() / ours.p99(),
                    ours.sixteen() / one.sixteen(),
                    one.cpu() / ours.cpu());
        }
    }
}
