package org.rivages.bench;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.rivages.shared.Json;
import tools.jackson.databind.JsonNode;

/**
 * {@code bench relevance}: judged questions over the demonstration network, asked as anybody asks
 * them, and how near to the top the expected answer stands.
 */
public final class BenchRelevance {
    private static final Path DATA = Path.of("target", "bench-relevance");

    /** How many of the first answers are looked at. */
    private static final int LOOKED_AT = 10;

    private BenchRelevance() {}

    /**
     * @param language of the reader
     * @param expected any of these should come first
     */
    record Judged(String language, String typed, List<String> expected) {}

    /**
     * @param place of the first expected answer, from 1; 0 when it is not among those looked at
     */
    record Found(Judged judged, int place, List<String> first) {}

    /**
     * @param reciprocal mean of one through the place (MRR)
     * @param first share of questions whose first answer is expected
     * @param three the same for the first three
     */
    public record Score(int questions, double reciprocal, double first, double three) {}

    static void run() throws IOException, InterruptedException {
        Program.delete(DATA);
        try (Program program = Program.start("demo", DATA, Map.of())) {
            print(ask(program.base()));
        }
    }

    static List<Found> ask(String base) throws IOException, InterruptedException {
        List<Found> found = new ArrayList<>();
        try (HttpClient http = HttpClient.newHttpClient()) {
            for (Judged judged : judged()) {
                found.add(ask(http, base, judged));
            }
        }
        return found;
    }

    private static Found ask(HttpClient http, String base, Judged judged)
            throws IOException, InterruptedException {
        String address =
                base
                        + "/"
                        + judged.language()
                        + "/search.json?q="
                        + URLEncoder.encode(judged.typed(), StandardCharsets.UTF_8);
        HttpResponse<byte[]> answer =
                http.send(
                        HttpRequest.newBuilder(URI.create(address)).build(),
                        HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new IOException(address + " → " + answer.statusCode());
        }
        List<String> first = new ArrayList<>();
        for (JsonNode item : Json.mapper().readTree(answer.body()).path("items")) {
            if (first.size() < LOOKED_AT) {
                first.add(item.path("url").asString("").substring(3));
            }
        }
        int place = 0;
        for (int i = first.size() - 1; i >= 0; i--) {
            place = judged.expected().contains(first.get(i)) ? i + 1 : place;
        }
        return new Found(judged, place, first);
    }

    /** By language, and of all under "all". */
    static Map<String, Score> scores(List<Found> found) {
        Map<String, Score> scores = new TreeMap<>();
        List<String> languages =
                found.stream().map(each -> each.judged().language()).distinct().toList();
        for (String language : languages) {
            scores.put(
                    language,
                    score(
                            found.stream()
                                    .filter(each -> each.judged().language().equals(language))
                                    .toList()));
        }
        scores.put("all", score(found));
        return scores;
    }

    private static Score score(List<Found> found) {
        return new Score(
                found.size(),
                found.stream()
                        .mapToDouble(each -> each.place() == 0 ? 0 : 1.0 / each.place())
                        .average()
                        .orElse(0),
                share(found, 1),
                share(found, 3));
    }

    private static double share(List<Found> found, int most) {
        return found.stream().filter(each -> each.place() > 0 && each.place() <= most).count()
                / (double) found.size();
    }

    static void print(List<Found> found) {
        for (Found each : found) {
            if (each.place() != 1) {
                System.out.printf(
                        "%s  %-44s place %s, first %s%n",
                        each.judged().language(),
                        each.judged().typed(),
                        each.place() == 0 ? "–" : String.valueOf(each.place()),
                        each.first().isEmpty() ? "nothing" : each.first().getFirst());
            }
        }
        System.out.printf("%n%-4s %9s %7s %9s %9s%n", "", "questions", "MRR", "first", "in three");
        scores(found)
                .forEach((language, score) ->
                        System.out.printf(
                                "%-4s %9d %7.3f %8.1f%% %8.1f%%%n",
                                language,
                                score.questions(),
                                score.reciprocal(),
                                100 * score.first(),
                                100 * score.three()));
    }

    private static List<Judged> judged() throws IOException {
        try (InputStream file = BenchRelevance.class.getResourceAsStream("relevance.tsv")) {
            String all =
                    new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
            return all.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\t"))
                    .map(cells -> new Judged(cells[0], cells[1], List.of(cells[2].split(" "))))
                    .toList();
        }
    }
}
