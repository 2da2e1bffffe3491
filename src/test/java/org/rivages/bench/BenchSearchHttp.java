package org.rivages.bench;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.rivages.search.SearchEngine;
import org.rivages.search.SearchQuery;
import org.rivages.search.SearchResult;
import org.rivages.shared.Json;

/**
 * The same questions through HTTP: the built program with the corpus in its index, asked for the
 * page and for its data. No two requests are alike, so that nothing comes from a cache. Who asks
 * shares the processors with who answers.
 */
final class BenchSearchHttp {
    private static final long WARM = 6_000_000_000L;
    private static final long MEASURED = 8_000_000_000L;

    private final BenchSearchCorpus corpus;
    private final List<SearchQuery> questions;
    private final AtomicInteger asked = new AtomicInteger();

    BenchSearchHttp(BenchSearchCorpus corpus, List<SearchQuery> questions) {
        this.corpus = corpus;
        this.questions = questions;
    }

    void run(List<SearchResult> ours) throws IOException, InterruptedException {
        Path folder = BenchSearch.FOLDER.resolve("http-" + corpus.size());
        Program.delete(folder);
        Program.start("demo", folder, Map.of()).close();
        SearchEngine.fill(folder.resolve("index"), corpus::each);
        Map<String, String> memory =
                Map.of(
                        "RIVAGES_JAVA_OPTS",
                        "-Xmx1200m -XX:+UseSerialGC -XX:+UseCompactObjectHeaders");
        try (Program program = Program.start("demo", folder, memory);
                HttpClient http = HttpClient.newHttpClient()) {
            check(http, program.base(), ours);
            System.out.printf(
                    "%-12s %8s %8s %9s %9s   (HTTP; program and database %.0f MB)%n",
                    "", "p50 ms", "p99 ms", "q/s at 2", "at 16", program.memory().all());
            for (String form : List.of("", ".json")) {
                measure(http, program.base(), form);
            }
        }
        Program.delete(folder);
    }

    private void check(HttpClient http, String base, List<SearchResult> ours)
            throws IOException, InterruptedException {
        int same = 0;
        int alike = 0;
        for (int i = 0; i < questions.size(); i++) {
            if (questions.get(i).text().endsWith(" ")) {
                // a page does not keep the space that says that the last word is finished
                continue;
            }
            alike++;
            byte[] answer = ask(http, base, ".json", questions.get(i));
            same +=
                    Json.mapper().readTree(answer).path("total").asLong() == ours.get(i).total()
                            ? 1
                            : 0;
        }
        System.out.printf("HTTP: %d of %d questions with equal totals%n", same, alike);
    }

    private void measure(HttpClient http, String base, String form)
            throws IOException, InterruptedException {
        long warm = System.nanoTime();
        while (System.nanoTime() - warm < WARM) {
            for (SearchQuery question : questions) {
                ask(http, base, form, question);
            }
        }
        double[] alone = new double[questions.size() * 3];
        for (int i = 0; i < alone.length; i++) {
            long begin = System.nanoTime();
            ask(http, base, form, questions.get(i % questions.size()));
            alone[i] = (System.nanoTime() - begin) / 1e6;
        }
        Arrays.sort(alone);
        System.out.printf(
                "%-12s %8.2f %8.2f %9.0f %9.0f%n",
                form.isEmpty() ? "page" : form.substring(1),
                alone[alone.length / 2],
                alone[alone.length * 99 / 100],
                together(http, base, form, 2),
                together(http, base, form, 16));
    }

    private double together(HttpClient http, String base, String form, int threads)
            throws IOException, InterruptedException {
        AtomicInteger done = new AtomicInteger();
        AtomicInteger failed = new AtomicInteger();
        Thread[] all = new Thread[threads];
        long begin = System.nanoTime();
        for (int t = 0; t < threads; t++) {
            all[t] =
                    Thread.ofPlatform()
                            .start(() -> {
                                while (System.nanoTime() - begin < MEASURED) {
                                    int next = done.getAndIncrement();
                                    try {
                                        ask(
                                                http,
                                                base,
                                                form,
                                                questions.get(next % questions.size()));
                                    } catch (IOException | InterruptedException e) {
                                        failed.incrementAndGet();
                                    }
                                }
                            });
        }
        for (Thread thread : all) {
            thread.join();
        }
        if (failed.get() > 0) {
            throw new IOException(failed.get() + " requests failed");
        }
        return done.get() / ((System.nanoTime() - begin) / 1e9);
    }

    private byte[] ask(HttpClient http, String base, String form, SearchQuery question)
            throws IOException, InterruptedException {
        StringBuilder address =
                new StringBuilder(base)
                        .append('/')
                        .append(question.language().code())
                        .append("/search")
                        .append(form)
                        .append("?n=")
                        .append(asked.incrementAndGet())
                        .append("&sort=")
                        .append(question.sort().name().toLowerCase(Locale.ROOT))
                        .append("&q=")
                        .append(URLEncoder.encode(question.text(), StandardCharsets.UTF_8));
        question.criteria()
                .forEach((criterion, values) ->
                        values.forEach(value ->
                                address.append('&').append(criterion).append('=').append(value)));
        HttpResponse<byte[]> answer =
                http.send(
                        HttpRequest.newBuilder(URI.create(address.toString())).build(),
                        HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new IOException(address + " → " + answer.statusCode());
        }
        return answer.body();
    }
}
