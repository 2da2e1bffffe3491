package org.rivages.bench;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rivages.platform.FreePort;

/**
 * Requests a second and the 99th percentile of public pages, beside nginx serving the same bytes as
 * a file, by the same load generator (wrk) in the same run. Needs Debian's {@code nginx-light} and
 * {@code wrk}. Everything stays on loopback and ends by itself.
 */
final class BenchPages {
    private static final int[] CONNECTIONS = {1, 16, 64};
    private static final Path FOLDER = Path.of("target", "bench-pages").toAbsolutePath();
    private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([0-9.]+)");
    private static final Pattern P99 = Pattern.compile("99%\\s+([0-9.]+)(us|ms|s)");
    private static final Pattern BAD = Pattern.compile("Non-2xx or 3xx responses: ([0-9]+)");

    private record Load(double rate, double p99, long bad) {}

    private final int seconds;

    BenchPages(List<String> args) {
        this.seconds = args.isEmpty() ? 5 : Integer.parseInt(args.getFirst());
    }

    void run() throws IOException, InterruptedException {
        Program.delete(FOLDER);
        Files.createDirectories(FOLDER.resolve("www"));
        try (Program program = Program.start("demo", FOLDER.resolve("data"), Map.of());
                Nginx nginx = Nginx.start(FOLDER)) {
            System.out.printf(
                    "%-44s %4s %10s %9s %10s %9s %6s%n",
                    "page (anonymous, cached)",
                    "conn",
                    "rivages/s",
                    "p99 ms",
                    "nginx/s",
                    "p99 ms",
                    "ratio");
            cached(program, nginx, "organisation list", "/en/organisations");
            cached(program, nginx, "edition", "/en/programmes/metropolitan-workshops/2020");
            cached(
                    program,
                    nginx,
                    "search, one query repeated",
                    "/en/search?q=heritage&country=FR");
            System.out.println();
            System.out.println("not from the cache");
            alone(program, "search, every query another", "/en/search", different());
            alone(
                    program,
                    "own space, signed in",
                    "/fr/me",
                    cookie(signIn(program, "applicant@demo.example")));
            alone(
                    program,
                    "desk, signed in",
                    "/fr/desk/",
                    cookie(signIn(program, "secretariat@demo.example")));
            Program.Memory memory = program.memory();
            System.out.printf(
                    "memory after the load: %.0f MB (program %.0f, database %.0f)%n",
                    memory.all(), memory.program(), memory.database());
        }
        Program.delete(FOLDER);
    }

    private void cached(Program program, Nginx nginx, String name, String path)
            throws IOException, InterruptedException {
        byte[] bytes = get(program.base() + path);
        String file = name.replaceAll("[^a-z]+", "-") + ".html";
        Files.write(FOLDER.resolve("www").resolve(file), bytes);
        wrk(program.base() + path, 16, 3, List.of());
        for (int connections : CONNECTIONS) {
            Load ours = wrk(program.base() + path, connections, seconds, List.of());
            Load theirs = wrk(nginx.base() + "/" + file, connections, seconds, List.of());
            System.out.printf(
                    "%-44s %4d %10.0f %9.2f %10.0f %9.2f %5.0f%%%s%n",
                    name + " (" + bytes.length / 1024 + " kB)",
                    connections,
                    ours.rate,
                    ours.p99,
                    theirs.rate,
                    theirs.p99,
                    100 * ours.rate / theirs.rate,
                    ours.bad > 0 ? "  " + ours.bad + " FAILED" : "");
        }
    }

    private void alone(Program program, String name, String path, List<String> options)
            throws IOException, InterruptedException {
        wrk(program.base() + path, 4, 3, options);
        for (int connections : CONNECTIONS) {
            Load load = wrk(program.base() + path, connections, seconds, options);
            System.out.printf(
                    "%-44s %4d %10.0f %9.2f%s%n",
                    name,
                    connections,
                    load.rate,
                    load.p99,
                    load.bad > 0 ? "  " + load.bad + " FAILED" : "");
        }
    }

    /** Every request asks for something else, so that nothing can come from a cache. */
    private static List<String> different() throws IOException {
        Path script = FOLDER.resolve("different.lua");
        Files.writeString(
                script,
                """
                local words = {"heritage", "ville", "city", "network", "tunis", "workshop", "culture", "agence", "risk", "training"}
                local n = 0
                request = function()
                  n = n + 1
                  return wrk.format("GET", wrk.path .. "?q=" .. words[n % #words + 1] .. "&page=1&n=" .. n)
                end
                """);
        return List.of("-s", script.toString());
    }

    private static List<String> cookie(String cookie) {
        return List.of("-H", "Cookie: " + cookie);
    }

    private static Load wrk(String url, int connections, int seconds, List<String> options)
            throws IOException, InterruptedException {
        List<String> command =
                new java.util.ArrayList<>(
                        List.of(
                                "wrk",
                                "-t1",
                                "-c" + connections,
                                "-d" + seconds + "s",
                                "--latency"));
        command.addAll(options);
        command.add(url);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("wrk: " + out);
        }
        Matcher rate = find(RATE, out);
        Matcher p99 = find(P99, out);
        Matcher bad = BAD.matcher(out);
        double milliseconds =
                Double.parseDouble(p99.group(1))
                        * switch (p99.group(2)) {
                            case "us" -> 0.001;
                            case "ms" -> 1;
                            default -> 1000;
                        };
        return new Load(
                Double.parseDouble(rate.group(1)),
                milliseconds,
                bad.find() ? Long.parseLong(bad.group(1)) : 0);
    }

    private static Matcher find(Pattern pattern, String out) throws IOException {
        Matcher matcher = pattern.matcher(out);
        if (!matcher.find()) {
            throw new IOException("wrk said: " + out);
        }
        return matcher;
    }

    private static byte[] get(String url) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<byte[]> response =
                    http.send(
                            HttpRequest.newBuilder(URI.create(url)).build(),
                            HttpResponse.BodyHandlers.ofByteArray());
            if (response.statusCode() != 200) {
                throw new IOException(url + " → " + response.statusCode());
            }
            return response.body();
        }
    }

    /** The cookies of a person who has signed in. */
    private static String signIn(Program program, String email)
            throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> page =
                    http.send(
                            HttpRequest.newBuilder(URI.create(program.base() + "/en/sign-in"))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            Matcher token =
                    Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(page.body());
            if (!token.find()) {
                throw new IOException("no form token on the sign-in page");
            }
            String form =
                    "_csrf="
                            + encode(token.group(1))
                            + "&email="
                            + encode(email)
                            + "&password="
                            + encode("rivages demonstration");
            String formCookie = page.headers().firstValue("Set-Cookie").orElse("").split(";")[0];
            HttpResponse<Void> in =
                    http.send(
                            HttpRequest.newBuilder(
                                            URI.create(program.base() + "/en/sign-in/password"))
                                    .header("Content-Type", "application/x-www-form-urlencoded")
                                    .header("Cookie", formCookie)
                                    .POST(HttpRequest.BodyPublishers.ofString(form))
                                    .build(),
                            HttpResponse.BodyHandlers.discarding());
            return in.headers().allValues("Set-Cookie").stream()
                            .map(cookie -> cookie.split(";")[0])
                            .filter(cookie -> cookie.startsWith("rivages="))
                            .findFirst()
                            .orElseThrow(() -> new IOException("could not sign in"))
                    + "; "
                    + formCookie;
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Debian's nginx on loopback, two workers, serving files with keep-alive. */
    private record Nginx(Process process, int port) implements AutoCloseable {
        static Nginx start(Path folder) throws IOException, InterruptedException {
            int port = FreePort.pick();
            Files.writeString(
                    folder.resolve("nginx.conf"),
                    """
                    daemon off; master_process on; worker_processes 2; user root;
                    pid %1$s/nginx.pid; error_log %1$s/nginx.log;
                    events { worker_connections 1024; }
                    http { access_log off; sendfile on; tcp_nopush on; keepalive_requests 1000000000;
                      open_file_cache max=100;
                      types { text/html html; }
                      server { listen 127.0.0.1:%2$d; root %1$s/www; } }
                    """
                            .formatted(folder, port));
            Process process =
                    new ProcessBuilder(
                                    "nginx",
                                    "-p",
                                    folder.toString(),
                                    "-c",
                                    folder.resolve("nginx.conf").toString())
                            .redirectErrorStream(true)
                            .redirectOutput(folder.resolve("nginx.out").toFile())
                            .start();
            Thread.sleep(500);
            if (!process.isAlive()) {
                throw new IOException("nginx: " + Files.readString(folder.resolve("nginx.out")));
            }
            return new Nginx(process, port);
        }

        String base() {
            return "http://127.0.0.1:" + port;
        }

        @Override
        public void close() throws InterruptedException {
            process.destroy();
            process.waitFor();
        }
    }
}
