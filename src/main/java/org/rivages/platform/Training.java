package org.rivages.platform;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A trial run for the Java virtual machine, which writes down what it loaded and starts faster next
 * time. {@code ./rivages} does it after a build, in a folder that it then throws away.
 */
final class Training {

    private static final List<String> ADDRESSES =
            List.of(
                    "/health",
                    "/",
                    "/en/",
                    "/fr/",
                    "/ar/",
                    "/en/organisations",
                    "/en/organisations/avitem",
                    "/en/programmes/metropolitan-workshops/2020",
                    "/en/calls",
                    "/en/search?q=water",
                    "/en/sign-in",
                    "/en/nowhere");

    private static final int ROUNDS = 3;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private Training() {}

    /** The same settings on a free port. */
    static SettingsSource source(SettingsSource source) {
        Map<String, String> values = new TreeMap<>(source.values());
        values.put(RivagesSettings.PORT, String.valueOf(FreePort.pick()));
        return new SettingsSource(values, source.folder());
    }

    /** Visits the main addresses; what they answer does not matter. */
    static void visit(ConfigurableApplicationContext context, int port) {
        awaitReadiness(context.getBean(Readiness.class));
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (int round = 0; round < ROUNDS; round++) {
                for (String address : ADDRESSES) {
                    URI uri = URI.create("http://localhost:" + port + address);
                    client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofByteArray());
                }
            }
        } catch (IOException e) {
            throw Refusal.notAvailable("The trial run failed: " + e + ".");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void awaitReadiness(Readiness readiness) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        try {
            while (!readiness.missing().isEmpty() && System.nanoTime() < end) {
                Thread.sleep(100);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
