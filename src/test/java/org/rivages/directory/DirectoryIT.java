package org.rivages.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rivages.shared.Json;
import org.rivages.support.Chromium;
import org.rivages.support.RivagesTest;
import org.rivages.support.Visitor;
import org.rivages.support.Visitor.Answer;
import org.springframework.beans.factory.annotation.Autowired;

@RivagesTest
class DirectoryIT {
    private static final String ASSOCIATES = "/organisations?network=avec&class=associate";

    @Autowired private Directory directory;

    @ParameterizedTest
    @CsvSource({
        "en, Associate members of AVEC, Arts and Crafts City network",
        "fr, Membres associés du réseau AVEC, Ville et Métiers d'Art",
        "ar, الأعضاء المنتسبون في AVEC, شبكة مدن الحرف الفنية"
    })
    void theAssociateMembersHaveAPageOfTheirOwn(String language, String title, String one) {
        Answer answer = new Visitor().get("/" + language + ASSOCIATES);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.page().expectFirst("h1").text()).isEqualTo(title);
        assertThat(answer.page().select(".mainnav [aria-current=page]").attr("href"))
                .endsWith(ASSOCIATES);
        assertThat(answer.page().select(".orgs .row"))
                .hasSize(8)
                .allSatisfy(row -> {
                    assertThat(row.select(".mono").text()).isNotBlank();
                    assertThat(row.select(".what").text()).hasSizeGreaterThan(40);
                });
        assertThat(answer.page().select(".orgs h3 a").eachText()).contains(one);
        assertThat(answer.page().select("figure.map svg a")).isNotEmpty();
        assertThat(Chromium.invalid(answer.text())).isEmpty();
    }

    @Test
    void theSameListIsData() {
        Answer csv = new Visitor().get("/en/organisations.csv");
        assertThat(csv.text().replace("\uFEFF", ""))
                .startsWith("slug,name,acronym,type,country,founded");
        var json =
                Json.mapper()
                        .readTree(
                                new Visitor()
                                        .get("/en/organisations.json?network=avec&class=associate")
                                        .text());
        assertThat(json.get("total").asInt()).isEqualTo(8);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "avec",
                "euromed",
                "avitem",
                "tblc",
                "ville-et-metiers-d-art",
                "adl-el-jem",
                "uati",
                "ipgr",
                "pole-industries-culturelles-patrimoines",
                "medcities",
                "cmi",
                "afd",
                "giz",
                "ufm",
                "unesco",
                "metropole-nice-cote-d-azur",
                "euromediterranee",
                "arles",
                "pecs",
                "olomouc",
                "tours",
                "toledo",
                "cosenza",
                "tangier",
                "tetouan",
                "tunis",
                "tirana",
                "casablanca",
                "nice",
                "beirut",
                "bologna",
                "aix-marseille-provence"
            })
    void everyOrganisationHasItsPageInThreeLanguages(String slug) {
        for (String language : List.of("en", "fr", "ar")) {
            Answer answer = new Visitor().get("/" + language + "/organisations/" + slug);
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.page().select("h1").text()).isNotBlank();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr", "ar"})
    void pagesAreValid(String language) {
        for (String slug : List.of("avec", "tblc", "avitem", "metropole-nice-cote-d-azur")) {
            Answer answer = new Visitor().get("/" + language + "/organisations/" + slug);
            assertThat(Chromium.invalid(answer.text())).as(slug).isEmpty();
        }
    }

    @Test
    void theNetworkOfNiceShowsItsChairAndSecretariat() {
        Answer network = new Visitor().get("/en/organisations/euromed");
        assertThat(network.page().select("section[aria-labelledby=h-offices-in]").text())
                .contains("Chair")
                .contains("General secretariat")
                .contains("Nice Côte d'Azur Metropolis");
        Answer nice = new Visitor().get("/en/organisations/metropole-nice-cote-d-azur");
        assertThat(nice.page().select("section[aria-labelledby=h-offices]").text())
                .contains("Euromed Cities Network");
    }

    @Test
    void aDoubtfulClaimIsKeptMarkedAndExplained() {
        Element claim =
                new Visitor().get("/en/organisations/tblc").page().expectFirst(".claims .disputed");
        assertThat(claim.text())
                .contains("Barcelona")
                .contains("Disputed")
                .contains("world organisation");
        Answer crafts = new Visitor().get("/en/organisations/ville-et-metiers-d-art");
        assertThat(crafts.page().select(".claims .said b").eachText()).contains("64", "71", "106");
        assertThat(crafts.words()).contains("as of 2011");
    }

    @Test
    void moreInformationIsDatedOrSaysThatNothingIsConfirmed() {
        assertThat(new Visitor().get("/en/organisations/avec").words())
                .contains("avecnet.net")
                .contains("seen November 2026, not checked");
        Answer none = new Visitor().get("/en/organisations/ipgr");
        assertThat(none.words()).contains("No link is confirmed.");
        assertThat(none.page().select("p.tell a[href^=mailto:]")).isNotEmpty();
    }

    @Test
    void aProfileIsReadableByMachines() {
        Element script =
                new Visitor()
                        .get("/fr/organisations/avitem")
                        .page()
                        .expectFirst("script[type=application/ld+json]");
        var data = Json.mapper().readTree(script.data());
        assertThat(data.get("@type").asString()).isEqualTo("GovernmentOrganization");
        assertThat(data.get("foundingDate").asString()).isEqualTo("2012");
        assertThat(data.get("memberOf").get(0).get("url").asString())
                .endsWith("/fr/organisations/avec");
    }

    @ParameterizedTest
    @CsvSource({
        "/en/organisations/no-such-body, 404",
        "/en/organisations/%3Cscript%3E, 404",
        "/ar/organisations/AVEC, 404",
        "/en/organisations/%ff, 400",
        "/en/organisations?page=1000000000, 200",
        "/en/organisations?network=none, 200",
        "/en/desk/organisations/not-an-id, 404"
    })
    void badAddressesGetAClearAnswer(String path, int status) {
        Visitor visitor =
                path.contains("/desk/")
                        ? Visitor.signedIn("secretariat@demo.example")
                        : new Visitor();
        Answer answer = visitor.raw(path);
        assertThat(answer.status()).isIn(status, status == 200 ? 400 : 404);
        assertThat(answer.text()).doesNotContain("Exception").doesNotContain("<script>alert");
    }

    @Test
    void suggestionsForgiveAccentsAndCase() {
        assertThat(directory.suggest("AVITEM", 5))
                .extracting(OrganisationSummary::slug)
                .first()
                .isEqualTo("avitem");
        assertThat(directory.suggest("pecs", 5))
                .extracting(OrganisationSummary::slug)
                .contains("pecs");
        assertThat(directory.suggest("بيروت", 5))
                .extracting(OrganisationSummary::slug)
                .contains("beirut");
        assertThat(directory.suggest("%", 5)).isEmpty();
        assertThat(directory.networks())
                .extracting(OrganisationSummary::slug)
                .contains("avec", "euromed");
    }

    @Test
    void theDeskIsForTheSecretariatAndTheAdministratorOnly() {
        UUID avec = directory.organisation("avec").orElseThrow().uuid();
        for (String path :
                List.of(
                        "/en/desk/organisations",
                        "/en/desk/organisations/new",
                        "/en/desk/organisations/" + avec,
                        "/en/desk/organisations/" + avec + "/versions")) {
            assertThat(Visitor.signedIn("juror1@demo.example").raw(path).status()).isEqualTo(403);
            assertThat(Visitor.signedIn("admin@demo.example").raw(path).status()).isEqualTo(200);
            assertThat(new Visitor().raw(path).status()).isEqualTo(303);
        }
    }

    @Test
    void theSecretariatAddsAnOrganisationWithoutScriptsAndLosesNothing() {
        Visitor visitor = Visitor.signedIn("secretariat@demo.example");
        String slug = "new-" + UUID.randomUUID();
        Answer form = visitor.get("/en/desk/organisations/new");
        assertThat(Chromium.invalid(form.text())).isEmpty();
        Map<String, Object> typed = new java.util.HashMap<>();
        typed.put("name.en", "Example <b>& Co</b>");
        typed.put("name.ar", "مثال");
        typed.put("kind", "ngo");
        typed.put("slug", slug);
        typed.put("latitude", "91");
        typed.put("add", "claim");
        Answer row = visitor.submit(form, "form.deskform", typed);
        assertThat(row.page().select("input[name=name.en]").val()).isEqualTo("Example <b>& Co</b>");
        assertThat(row.page().select("[name=claim.0.source]")).hasSize(1);
        Answer refused =
                visitor.submit(
                        row,
                        "form.deskform",
                        Map.of("claim.0.text.fr", "un fait", "founded", "soon"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page().select("#e-latitude, #e-founded, #e-claim\\.0\\.source"))
                .hasSize(3);
        assertThat(refused.page().select("[name=claim.0.text.fr]").text()).isEqualTo("un fait");
        Answer stored =
                visitor.submit(
                        refused,
                        "form.deskform",
                        Map.of("claim.0.source", "letter", "founded", "1999-05", "latitude", ""));
        assertThat(stored.status()).isEqualTo(200);
        Answer page = new Visitor().get("/fr/organisations/" + slug);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.page().select("h1").text()).isEqualTo("Example <b>& Co</b>");
        assertThat(page.words()).contains("un fait").contains("mai 1999");
        assertThat(Chromium.invalid(page.text())).isEmpty();
    }

    @Test
    void anEditKeepsTheOldVersionAndAConcurrentOneShowsBoth() {
        Visitor one = Visitor.signedIn("secretariat@demo.example");
        String slug = added(one);
        String desk = "/en/desk/organisations/" + directory.organisation(slug).orElseThrow().id();
        Answer first = one.get(desk);
        Visitor two = Visitor.signedIn("admin@demo.example");
        Answer second = two.get(desk);
        assertThat(
                        one.submit(
                                        first,
                                        "form.deskform",
                                        Map.of("legalForm.en", "Society", "reason", "letter"))
                                .status())
                .isEqualTo(200);
        Answer conflict =
                two.submit(
                        second, "form.deskform", Map.of("legalForm.fr", "Union", "reason", "call"));
        assertThat(conflict.status()).isEqualTo(409);
        assertThat(conflict.words()).contains("Society").contains("Salma Benhaddou");
        assertThat(conflict.page().select("[name=legalForm.fr]").val()).isEqualTo("Union");
        assertThat(
                        two.submit(conflict, "form.deskform", Map.of("legalForm.en", "Society"))
                                .status())
                .isEqualTo(200);
        Answer versions = one.get(desk + "/versions");
        assertThat(versions.page().select(".versions > li")).hasSize(3);
        assertThat(versions.page().select("ins").eachText())
                .anyMatch(line -> line.contains("Union"));
        assertThat(Chromium.invalid(versions.text())).isEmpty();
    }

    @Test
    void anEditNeedsAReason() {
        Visitor visitor = Visitor.signedIn("secretariat@demo.example");
        String desk =
                "/fr/desk/organisations/"
                        + directory.organisation(added(visitor)).orElseThrow().id();
        Answer refused =
                visitor.submit(
                        visitor.get(desk), "form.deskform", Map.of("nativeName", "x".repeat(300)));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page().select("#e-reason, #e-nativeName")).hasSize(2);
        assertThat(refused.page().select("[name=nativeName]").val()).hasSize(300);
    }

    @Test
    void aFormerAddressLeadsOnAndAnArchivedRecordIsGone() {
        Visitor visitor = Visitor.signedIn("secretariat@demo.example");
        String slug = added(visitor);
        String desk = "/en/desk/organisations/" + directory.organisation(slug).orElseThrow().id();
        visitor.submit(
                visitor.get(desk),
                "form.deskform",
                Map.of("slug", slug + "-b", "reason", "renamed"));
        Answer moved = new Visitor().raw("/ar/organisations/" + slug);
        assertThat(moved.status()).isEqualTo(301);
        assertThat(moved.header("Location")).isEqualTo("/ar/organisations/" + slug + "-b");
        visitor.submit(
                visitor.get(desk), "form[action$=/archive]", Map.of("archiveReason", "dissolved"));
        assertThat(new Visitor().raw("/en/organisations/" + slug + "-b").status()).isEqualTo(410);
        assertThat(directory.organisation(slug + "-b")).isEmpty();
        visitor.submit(visitor.get(desk), "form[action$=/restore]", Map.of());
        assertThat(new Visitor().raw("/en/organisations/" + slug + "-b").status()).isEqualTo(200);
    }

    private String added(Visitor visitor) {
        String slug = "made-" + UUID.randomUUID();
        Answer stored =
                visitor.submit(
                        visitor.get("/en/desk/organisations/new"),
                        "form.deskform",
                        Map.of("name.en", "Made", "kind", "city", "slug", slug));
        assertThat(stored.status()).isEqualTo(200);
        return slug;
    }
}
