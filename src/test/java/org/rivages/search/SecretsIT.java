package org.rivages.search;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.rivages.search.SearchExamples.record;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rivages.access.Role;
import org.rivages.support.RivagesTest;
import org.rivages.support.Visitor;
import org.rivages.support.Visitor.Answer;
import org.springframework.beans.factory.annotation.Autowired;

/** A record with a secret in every field, asked for over HTTP by everybody, in every form. */
@RivagesTest
class SecretsIT {
    /** No record and no page says this. */
    private static final String SECRET = "zqxsecret";

    private static final List<String> FORMS =
            List.of("", ".json", ".csv", ".xlsx", ".atom", ".jsonfeed", ".ics");

    private static final List<String> QUESTIONS =
            List.of(
                    "",
                    "q=" + SECRET,
                    "q=zqxsecrit",
                    "q=zqxse",
                    "q=%22" + SECRET + "+harbour%22",
                    "q=harbour",
                    "country=ZW",
                    "theme=" + SECRET,
                    "network=" + SECRET,
                    "status=" + SECRET,
                    "year=1234",
                    "sort=name",
                    "sort=date",
                    "sort=changed",
                    "q=harbour&sort=relevance",
                    "near=" + SECRET);

    @Autowired FedIndex index;
    @Autowired ContentVersion version;

    private static SearchDocument secret() {
        return record(SECRET)
                .title(SECRET + " harbour", SECRET, SECRET + " سر")
                .summary(SECRET + " harbour", SECRET, SECRET)
                .text(SECRET + " harbour", SECRET, SECRET)
                .change(SECRET, SECRET, SECRET)
                .name(SECRET)
                .with("country", "ZW")
                .with("theme", SECRET)
                .with("sdg", SECRET)
                .with("type", SECRET)
                .with("status", SECRET)
                .with("role", SECRET)
                .with("language", "tlh")
                .member(SECRET, SECRET)
                .date("1234")
                .at(1, 1)
                .column(SECRET, SECRET)
                .seenBy(Role.SECRETARIAT)
                .changedAt("2099-01-01T00:00:00Z")
                .build();
    }

    private static String key() {
        return Descriptions.key("organisation", SearchExamples.id(SECRET));
    }

    @BeforeEach
    void hide() {
        index.apply(Map.of(key(), Optional.of(secret())), requireNonNull(index.position()));
        version.bump();
    }

    @AfterEach
    void takeOut() {
        index.apply(Map.of(key(), Optional.empty()), requireNonNull(index.position()));
        version.bump();
    }

    @Test
    void nobodyButTheSecretariatLearnsOfItInAnyForm() throws IOException {
        Visitor secretariat = Visitor.signedIn("secretariat@demo.example");
        assertThat(secretariat.raw("/en/search.json?q=" + SECRET).text())
                .contains(SECRET + " harbour");
        for (String who : List.of("", "applicant", "admin", "manager", "juror4", "chair", "host")) {
            Visitor visitor =
                    who.isEmpty() ? new Visitor() : Visitor.signedIn(who + "@demo.example");
            assertThat(visitor.raw("/api/v1/organisations/" + SECRET).status()).isEqualTo(404);
            for (String form : FORMS) {
                for (String question : QUESTIONS) {
                    String address =
                            "/en/search" + form + (question.isEmpty() ? "" : "?" + question);
                    Answer answer = visitor.raw(address);
                    String place = address + " as " + who + " → " + answer.status();
                    assertThat(answer.status()).as(place).isIn(200, 400, 404);
                    // what was asked stands on the page; what was not must not
                    String told =
                            told(form, answer).replace(question.replaceFirst("^[^=]*=", ""), "");
                    assertThat(told).as(place).doesNotContain("/organisations/" + SECRET);
                    if (!question.contains(SECRET)) {
                        assertThat(told).as(place).doesNotContain(SECRET);
                        assertThat(years(told)).as(place).doesNotContain("2099");
                    }
                }
            }
        }
    }

    @Test
    void theDataForProgramsIsThatOfAVisitorWhoeverAsks() throws IOException {
        Visitor secretariat = Visitor.signedIn("secretariat@demo.example");
        Visitor visitor = new Visitor();
        for (String question : QUESTIONS) {
            String address = "/api/v1/search?" + question;
            Answer answer = secretariat.raw(address);
            assertThat(answer.text()).as(address).isEqualTo(visitor.raw(address).text());
            if (answer.status() == 200) {
                String told = answer.text().toLowerCase(Locale.ROOT);
                assertThat(told.replace("=" + SECRET, "")).as(address).doesNotContain(SECRET);
                assertThat(years(told)).as(address).doesNotContain("2099");
            }
        }
    }

    @Test
    void countsAndOrderAreAsIfItWereNotThere() throws IOException {
        for (String who : List.of("", "admin", "manager", "juror4", "chair", "host")) {
            Visitor visitor =
                    who.isEmpty() ? new Visitor() : Visitor.signedIn(who + "@demo.example");
            Map<String, String> with = answers(visitor);
            takeOut();
            Map<String, String> without = answers(visitor);
            hide();
            with.forEach((address, answer) ->
                    assertThat(answer).as(address + " as " + who).isEqualTo(without.get(address)));
        }
    }

    private static Map<String, String> answers(Visitor visitor) {
        Map<String, String> answers = new LinkedHashMap<>();
        for (String form : List.of("", ".json", ".csv", ".atom")) {
            for (String question : QUESTIONS) {
                String address = "/en/search" + form + "?" + question;
                answers.put(address, steady(visitor.raw(address)));
            }
        }
        return answers;
    }

    /** Without what every answer has of its own. */
    private static String steady(Answer answer) {
        return answer.status()
                + "\n"
                + answer.text().replaceAll("(name=\"_csrf\" value|content)=\"[^\"]*\"", "");
    }

    /** Without what may look like the secret year by chance: fractions of seconds, random ids. */
    private static String years(String told) {
        return told.replaceAll("(:\\d\\d)\\.\\d+z", "$1z")
                .replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "");
    }

    @Test
    void aYearIsStillSeenWithoutWhatLooksLikeIt() {
        assertThat(years("2026-11-30t15:39:29.209910z 2099f11a-2099-2099-2099-209920992099"))
                .doesNotContain("2099");
        for (String shown : List.of("2099-01-01t00:00:00z", "20990101t000000z", "1 january 2099")) {
            assertThat(years(shown)).contains("2099");
        }
    }

    private static String told(String form, Answer answer) throws IOException {
        if (!form.equals(".xlsx") || answer.status() != 200) {
            return answer.text().toLowerCase(Locale.ROOT);
        }
        StringBuilder all = new StringBuilder();
        try (ZipInputStream zip =
                new ZipInputStream(new ByteArrayInputStream(answer.response().body()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                all.append(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return all.toString().toLowerCase(Locale.ROOT);
    }
}
