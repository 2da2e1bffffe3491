package org.rivages.applications;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.nodes.Element;
import org.rivages.accounts.Accounts;
import org.rivages.accounts.Person;
import org.rivages.calls.CallActs;
import org.rivages.calls.CallId;
import org.rivages.calls.CallView;
import org.rivages.calls.Calls;
import org.rivages.calls.LanguageLevel;
import org.rivages.calls.LanguageNeed;
import org.rivages.calls.StandardForm;
import org.rivages.programmes.Programmes;
import org.rivages.shared.Language;
import org.rivages.shared.LocalizedText;
import org.rivages.support.Visitor;
import org.rivages.support.Visitor.Answer;

/**
 * What the tests of applying begin with: an open call of their own, a fresh person, the answers.
 */
class Applying {
    static final byte[] PDF =
            "%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n"
                    .getBytes(StandardCharsets.US_ASCII);

    final Calls calls;
    final CallActs acts;
    final StandardForm standard;
    final Programmes programmes;
    final Accounts accounts;

    Applying(
            Calls calls,
            CallActs acts,
            StandardForm standard,
            Programmes programmes,
            Accounts accounts) {
        this.calls = calls;
        this.acts = acts;
        this.standard = standard;
        this.programmes = programmes;
        this.accounts = accounts;
    }

    UUID officer() {
        return accounts.person("secretariat@demo.example").orElseThrow().id();
    }

    CallView openCall() {
        var edition = programmes.edition("demo-workshops", "demo-open").orElseThrow();
        Instant now = Instant.now();
        CallView call =
                new CallView(
                        new CallId(UUID.randomUUID()),
                        edition.programme(),
                        edition.id(),
                        "a-" + UUID.randomUUID(),
                        LocalizedText.of("A test call", "Un appel d’essai", "دعوة تجريبية"),
                        LocalizedText.EMPTY,
                        LocalizedText.EMPTY,
                        10,
                        List.of(new LanguageNeed("fr", LanguageLevel.C1)),
                        now.minus(Duration.ofDays(1)),
                        now.plus(Duration.ofDays(5)),
                        null,
                        ZoneId.of("Africa/Tunis"),
                        15,
                        3,
                        null,
                        null,
                        null,
                        null,
                        true,
                        1,
                        1,
                        now);
        acts.create(call, standard.terms(edition.id(), 10, 3), officer());
        acts.announce(call.id(), officer());
        return calls.call(call.id()).orElseThrow();
    }

    Person person() {
        Person person =
                accounts.welcome(UUID.randomUUID() + "@demo.example", "Nadia Test", Language.FR);
        accounts.setPassword(person.id(), "rivages demonstration");
        return person;
    }

    static Answer save(Visitor visitor, Answer page, String wish, Map<String, ?> changes) {
        Map<String, Object> all = new HashMap<>(changes);
        all.put("do", wish);
        return visitor.submit(page, "form#apply", all);
    }

    /** From the first step to the page before sending. */
    static Answer fillIn(Visitor visitor, String language, CallView call) {
        Answer page = visitor.get("/" + language + call.path() + "/apply");
        page =
                save(
                        visitor,
                        page,
                        "next",
                        Map.of(
                                "firstName",
                                "Nadia",
                                "lastName",
                                "Test",
                                "nationality",
                                "TN",
                                "country",
                                "TN",
                                "city",
                                "Sfax",
                                "profession",
                                "urban-planner",
                                "yearsOfExperience",
                                "٨"));
        page =
                save(
                        visitor,
                        page,
                        "next",
                        Map.of(
                                "organisation", "Atelier Test",
                                "organisationType", "local-authority",
                                "employerAgrees", "asked"));
        page =
                save(
                        visitor,
                        page,
                        "next",
                        Map.of(
                                "languages.fr",
                                "C1",
                                "languages.en",
                                "B1",
                                "languages.ar",
                                "NATIVE"));
        page = save(visitor, page, "next", Map.of("motivation", "=Because", "project", "A park"));
        Map<String, String> promises = new HashMap<>();
        for (Element input : page.page().select("input[name^=commitment.]")) {
            promises.put(input.attr("name"), "yes");
        }
        page = save(visitor, page, "next", promises);
        page =
                visitor.submit(
                        page,
                        "form#apply",
                        Map.of("do", "next"),
                        List.of(
                                new Visitor.Upload("cv", "cv.pdf", "application/pdf", PDF),
                                new Visitor.Upload(
                                        "motivationLetter", "lettre.pdf", "application/pdf", PDF)));
        page = save(visitor, page, "next", Map.of("gender", "another", "ageBand", "60-over"));
        Answer check = save(visitor, page, "next", Map.of("consent", "yes"));
        assertThat(check.path()).contains("/application/check");
        return check;
    }

    static Answer send(Visitor visitor, Answer check) {
        return visitor.submit(check, "form[action$=/application/send]", Map.of());
    }
}
