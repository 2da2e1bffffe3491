package org.rivages.bench;

import java.util.List;

/**
 * {@code ./rivages bench NAME}: measures on this machine, beside a rival or a bound in the same
 * run.
 */
public final class Bench {
    private Bench() {}

    public static void main(String[] args) throws Exception {
        String name = args.length == 0 ? "" : args[0];
        switch (name) {
            case "pages" -> new BenchPages(List.of(args).subList(1, args.length)).run();
            case "relevance" -> BenchRelevance.run();
            case "search" -> new BenchSearch(List.of(args).subList(1, args.length)).run();
            case "start" -> new BenchStart().run();
            case "assign" -> new BenchAssign().run();
            case "select" -> new BenchSelect(List.of(args).subList(1, args.length)).run();
            default -> {
                System.err.println(
                        "bench: pages [seconds a run], start, relevance, search [records]… [rivals]…, assign,"
                                + " select [seeds [seconds for CP-SAT]]");
                System.exit(2);
            }
        }
    }
}
