package org.rivages.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.rivages.platform.TestDatabase;
import org.rivages.search.OpenSearchNode;
import org.rivages.shared.Json;
import org.rivages.support.Copy;
import org.rivages.support.Eventually;
import org.rivages.support.Visitor;
import org.rivages.support.Visitor.Answer;

/**
 * Two copies of the packaged program on one PostgreSQL and one real OpenSearch node: what one does
 * the other finds; a killed copy loses nothing; without OpenSearch everything but searching goes
 * on, and it heals by itself. The tests follow one another, as a day would.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SeveralCopiesIT {
    @TempDir static Path folder = Path.of("");
    private static @Nullable OpenSearchNode node;
    private static @Nullable Copy one;
    private static @Nullable Copy two;

    /** Signed in at the first copy only. */
    private static final List<Visitor> SECRETARIAT = new ArrayList<>();

    @BeforeAll
    static void start() throws Exception {
        node = OpenSearchNode.start("copies-" + ProcessHandle.current().pid(), "512m");
        Map<String, String> shared =
                Map.of(
                        "RIVAGES_DATABASE_URL",
                        TestDatabase.emptyUrl(),
                        "RIVAGES_OPENSEARCH_URL",
                        node.url(),
                        "RIVAGES_BASE_URL",
                        "http://network.example");
        one = Copy.start(folder.resolve("one"), shared);
        two = Copy.start(folder.resolve("two"), shared);
        Visitor secretariat = new Visitor(one.base());
        secretariat.signIn("secretariat@demo.example");
        SECRETARIAT.add(secretariat);
    }

    @AfterAll
    static void stop() {
        for (Copy copy : new Copy[] {one, two}) {
            if (copy != null) {
                copy.kill();
            }
        }
        if (node != null) {
            node.close();
        }
    }

    @Test
    @Order(1)
    void aChangeOnOneIsFoundOnTheOther() {
        Visitor visitor = new Visitor(second().base());
        String list = "/en/organisations?q=Quayside";
        String row = "a[href$=/organisations/quayside]";
        assertThat(visitor.get(list).page().select(row)).isEmpty();
        add(first().base(), "quayside", "Quayside Museum");
        until(() -> total(second(), "Quayside") == 1);
        // the page that was kept before the change is not answered any more
        until(() -> !visitor.get(list).page().select(row).isEmpty());
        assertThat(visitor.get("/fr/organisations/quayside").status()).isEqualTo(200);
    }

    @Test
    @Order(2)
    void whoSignedInAtOneIsKnownAtTheOther() {
        add(second().base(), "breakwater", "Breakwater Trust");
        until(() -> total(first(), "Breakwater") == 1);
        Answer signedOut =
                secretariat()
                        .at(second().base())
                        .submit(
                                secretariat().at(second().base()).get("/en/me"),
                                "form[action$=/sign-out]",
                                Map.of());
        assertThat(signedOut.status()).isEqualTo(200);
        assertThat(secretariat().get("/en/desk/organisations").path()).contains("/sign-in");
        secretariat().signIn("secretariat@demo.example");
    }

    @Test
    @Order(3)
    void bothGoByTheThesaurusThatWasEditedAtOne() {
        add(first().base(), "pontoon", "Pontoon Works");
        until(() -> total(second(), "Pontoon") == 1);
        assertThat(total(second(), "Xylograph")).isZero();
        Answer kept =
                secretariat()
                        .submit(
                                secretariat().get("/en/desk/thesaurus/new"),
                                "form.form",
                                Map.of("code", "pontoons", "labels.en", "Pontoon\nXylograph"));
        assertThat(kept.status()).isEqualTo(200);
        until(() -> total(second(), "Xylograph") == 1);
        until(() -> total(first(), "Xylograph") == 1);
    }

    @Test
    @Order(4)
    void aKilledCopyLosesNothingThatItConfirmed() throws Exception {
        List<String> confirmed = new ArrayList<>();
        Thread work =
                Thread.ofVirtual()
                        .start(() -> {
                            try {
                                for (int i = 0; i < 1000; i++) {
                                    add(first().base(), "jetty-" + i, "Jettyworks " + i);
                                    synchronized (confirmed) {
                                        confirmed.add("jetty-" + i);
                                    }
                                }
                            } catch (AssertionError gone) {
                                // the copy is dead; what it had not confirmed may be there or not
                            }
                        });
        until(() -> confirmed.size() >= 12);
        first().kill();
        work.join();
        assertThat(confirmed).hasSizeGreaterThanOrEqualTo(12).hasSizeLessThan(1000);
        Visitor visitor = new Visitor(second().base());
        for (String slug : confirmed) {
            assertThat(visitor.get("/en/organisations/" + slug).status()).as(slug).isEqualTo(200);
        }
        until(() -> total(second(), "Jettyworks") >= confirmed.size());
        // the one request that was under way may have been committed without an answer
        assertThat(total(second(), "Jettyworks")).isLessThanOrEqualTo(confirmed.size() + 1);

        one = first().again();
        assertThat(total(first(), "Jettyworks")).isEqualTo(total(second(), "Jettyworks"));
        add(first().base(), "mole", "Mole Lighthouse");
        until(() -> total(second(), "Lighthouse") >= 1);
    }

    @Test
    @Order(5)
    void withoutOpenSearchTheRestGoesOnAndTheSearchHeals() throws Exception {
        OpenSearchNode lost = Objects.requireNonNull(node);
        lost.close();
        Visitor visitor = new Visitor(second().base());
        for (String[] each :
                new String[][] {
                    {"en", "The search cannot be reached"},
                    {"fr", "La recherche est momentanément indisponible"},
                    {"ar", "البحث غير متاح حاليا"}
                }) {
            Answer page = visitor.get("/" + each[0] + "/search?q=Lighthouse");
            assertThat(page.status()).isEqualTo(503);
            assertThat(page.page().select("#results .note.err").text()).contains(each[1]);
        }
        assertThat(visitor.get("/en/organisations/mole").words()).contains("Mole Lighthouse");
        assertThat(visitor.get("/en/calls/demo-open").status()).isEqualTo(200);
        // a calendar without its dates would be taken for their removal
        for (String file : List.of(".ics", ".atom", ".jsonfeed", ".csv", ".xlsx", ".json")) {
            Answer answer = visitor.raw("/en/search" + file + "?q=Lighthouse");
            assertThat(answer.status()).as(file).isEqualTo(503);
            assertThat(answer.header("Retry-After")).as(file).isNotEmpty();
        }
        assertThat(visitor.get("/health").status()).isEqualTo(200);

        // what is written meanwhile is there at once, and found later
        add(first().base(), "harbourmaster", "Harbourmaster House");
        assertThat(visitor.get("/en/organisations/harbourmaster").status()).isEqualTo(200);
        // a copy that starts now serves everything else
        first().kill();
        one = first().again();
        assertThat(new Visitor(first().base()).get("/en/calls/demo-open").status()).isEqualTo(200);

        node = lost.again();
        until(() -> total(first(), "Harbourmaster") == 1 && total(second(), "Harbourmaster") == 1);
    }

    @Test
    @Order(6)
    void anIndexThatWasLostIsBuiltAgain() throws Exception {
        OpenSearchNode lost = Objects.requireNonNull(node);
        lost.close();
        node = lost.emptied();
        until(() -> total(first(), "Harbourmaster") == 1 && total(second(), "Harbourmaster") == 1);
        assertThat(total(first(), "Jettyworks")).isEqualTo(total(second(), "Jettyworks"));
    }

    private static Copy first() {
        return Objects.requireNonNull(one);
    }

    private static Copy second() {
        return Objects.requireNonNull(two);
    }

    private static Visitor secretariat() {
        return SECRETARIAT.getFirst();
    }

    private static void add(String base, String slug, String name) {
        Visitor visitor = secretariat().at(base);
        Answer stored =
                visitor.submit(
                        visitor.get("/en/desk/organisations/new"),
                        "form.deskform",
                        Map.of("name.en", name, "kind", "city", "slug", slug));
        assertThat(stored.status()).as(stored.words()).isEqualTo(200);
    }

    /** How many a visitor finds; -1 when the search does not answer. */
    private static int total(Copy copy, String typed) {
        Answer answer = new Visitor(copy.base()).raw("/en/search.json?q=" + typed);
        return answer.status() == 200
                ? Json.mapper().readTree(answer.text()).path("total").asInt()
                : -1;
    }

    private static void until(BooleanSupplier there) {
        Eventually.until(60, there);
    }
}
