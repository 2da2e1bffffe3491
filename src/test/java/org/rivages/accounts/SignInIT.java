package org.rivages.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rivages.support.Mailbox;
import org.rivages.support.RivagesTest;
import org.rivages.support.Visitor;
import org.rivages.support.Visitor.Answer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@RivagesTest
class SignInIT {
    @Autowired JdbcClient jdbc;

    @ParameterizedTest
    @CsvSource({"en,Your link to sign in", "fr,Votre lien de connexion", "ar,رابط تسجيل الدخول"})
    void aLinkByMailIsEnough(String lang, String subject) {
        Visitor visitor = new Visitor();
        String email = "newcomer-" + lang + "@example.org";
        Answer page = visitor.get("/" + lang + "/me");
        assertThat(page.path()).startsWith("/" + lang + "/sign-in?continue=");
        Answer sent = visitor.submit(page, "form[action$=/sign-in/link]", Map.of("email", email));
        assertThat(sent.status()).isEqualTo(200);

        String link = Mailbox.await(email, subject).link("/sign-in/");
        Answer open = visitor.get(link);
        assertThat(open.status()).isEqualTo(200);
        assertThat(visitor.get("/" + lang + "/me").path()).contains("sign-in");

        Answer in = visitor.submit(open, "form[action*=/sign-in/]", Map.of());
        assertThat(in.path()).isEqualTo("/" + lang + "/me");
        assertThat(in.status()).isEqualTo(200);
    }

    @Test
    void aLinkWorksOnceAndIsKeptNowhere() {
        Visitor visitor = new Visitor();
        String email = "once@example.org";
        visitor.submit(
                visitor.get("/en/sign-in"), "form[action$=/sign-in/link]", Map.of("email", email));
        String link = Mailbox.await(email, "link").link("/sign-in/");
        String token = link.substring(link.lastIndexOf('/') + 1);
        assertThat(
                        jdbc.sql(
                                        "select count(*) from accounts.sign_in where position(:token in token_hash) > 0")
                                .param("token", token)
                                .query(Integer.class)
                                .single())
                .isZero();
        assertThat(
                        jdbc.sql("select body from mail.letter where address = :email")
                                .param("email", email)
                                .query(String.class)
                                .single())
                .doesNotContain(token);

        Answer open = visitor.get(link);
        visitor.submit(open, "form[action*=/sign-in/]", Map.of());
        Visitor second = new Visitor();
        Answer again = second.get(link);
        assertThat(again.status()).isEqualTo(410);
    }

    @Test
    void sameAnswerForKnownAndUnknownAddresses() {
        Visitor visitor = new Visitor();
        Answer known =
                visitor.submit(
                        visitor.get("/en/sign-in"),
                        "form[action$=/sign-in/link]",
                        Map.of("email", "host@demo.example"));
        Answer unknown =
                visitor.submit(
                        visitor.get("/en/sign-in"),
                        "form[action$=/sign-in/link]",
                        Map.of("email", "nobody@demo.example"));
        assertThat(known.words().replace("host@", ""))
                .isEqualTo(unknown.words().replace("nobody@", ""));
    }

    @Test
    void aWrongPasswordIsRefusedWithWhatWasTyped() {
        Visitor visitor = new Visitor();
        Answer page =
                visitor.submit(
                        visitor.get("/fr/sign-in"),
                        "form[action$=/sign-in/password]",
                        Map.of("email", "chair@demo.example", "password", "not this one"));
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.page().select("input[value=chair@demo.example]")).isNotEmpty();
        assertThat(page.text()).doesNotContain("not this one");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example",
                "https://evil.example/",
                "/en//evil.example",
                "/de/x",
                "javascript:alert(1)",
                "/en/\\evil"
            })
    void neverSendsPeopleElsewhere(String continueAt) {
        Visitor visitor = new Visitor();
        Answer in =
                visitor.submit(
                        visitor.get("/en/sign-in"),
                        "form[action$=/sign-in/password]",
                        Map.of(
                                "email",
                                "applicant@demo.example",
                                "password",
                                "rivages demonstration",
                                "continue",
                                continueAt));
        assertThat(in.path()).isEqualTo("/en/me");
    }

    @Test
    void whatWasTypedSurvivesTheEndOfTheSession() {
        Visitor visitor = Visitor.signedIn("applicant@demo.example");
        Answer form = visitor.get("/fr/me/account");
        visitor.expireSession();
        Answer signIn =
                visitor.submit(
                        form, "form[action$=/me/account]", Map.of("name", "Amina Chérif-Long"));
        assertThat(signIn.path()).startsWith("/fr/sign-in");
        Answer parked =
                visitor.submit(
                        signIn,
                        "form[action$=/sign-in/password]",
                        Map.of(
                                "email",
                                "applicant@demo.example",
                                "password",
                                "rivages demonstration"));
        assertThat(parked.words()).contains("Amina Chérif-Long");
        Answer saved = visitor.submit(parked, "main form", Map.of());
        assertThat(saved.status()).isEqualTo(200);
        assertThat(visitor.get("/fr/me/account").page().select("#f-name").val())
                .isEqualTo("Amina Chérif-Long");
    }

    @Test
    void whatOnePersonTypedIsNotShownToAnother() {
        Visitor visitor = Visitor.signedIn("applicant@demo.example");
        Answer form = visitor.get("/en/me/account");
        visitor.expireSession();
        Answer signIn =
                visitor.submit(form, "form[action$=/me/account]", Map.of("name", "private words"));
        Answer other =
                visitor.submit(
                        signIn,
                        "form[action$=/sign-in/password]",
                        Map.of("email", "host@demo.example", "password", "rivages demonstration"));
        assertThat(other.status()).isEqualTo(404);
        assertThat(other.text()).doesNotContain("private words");
    }

    @Test
    void aFormWithoutItsTokenIsRefused() {
        Visitor visitor = Visitor.signedIn("applicant@demo.example");
        Answer refused =
                visitor.postRaw(
                        "/en/me/account", Map.of("name", List.of("x"), "language", List.of("en")));
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.page().select("h1").text()).isNotEmpty();
    }

    @Test
    void aTakenHouseHasNoFirstRunPage() {
        assertThat(new Visitor().get("/en/first-run").status()).isEqualTo(404);
    }

    @Test
    void aRevokedRoleIsGoneAtOnce() {
        Visitor admin = Visitor.signedIn("admin@demo.example");
        admin.submit(
                admin.get("/en/desk/people"),
                "form[action$=/desk/people]",
                Map.of(
                        "email",
                        "applicant2@example.org",
                        "name",
                        "Temporary",
                        "role",
                        "SECRETARIAT"));
        jdbc.sql(
                        """
                        update accounts.person set password_hash =
                        (select password_hash from accounts.person where email = 'host@demo.example')
                        where email = 'applicant2@example.org'
                        """)
                .update();
        Visitor temporary = Visitor.signedIn("applicant2@example.org");
        assertThat(temporary.get("/en/desk/").status()).isEqualTo(200);
        Answer people = admin.get("/en/desk/people");
        String id =
                jdbc.sql("select id from accounts.person where email = 'applicant2@example.org'")
                        .query(String.class)
                        .single();
        admin.submit(people, "form[action*=" + id + "]", Map.of());
        assertThat(temporary.get("/en/desk/").status()).isEqualTo(403);
    }

    @Test
    void aPasswordMayBeLongInAnyScriptAndEndsOtherSessions() {
        String password = "كلمة سر طويلة يحفظها صاحبها ولا يعرفها غيره أبدا";
        Visitor visitor = Visitor.signedIn("applicant@demo.example");
        Visitor elsewhere = Visitor.signedIn("applicant@demo.example");
        Answer saved =
                visitor.submit(
                        visitor.get("/ar/me/account"),
                        "form[action$=/me/password]",
                        Map.of("password", password));
        assertThat(saved.status()).isEqualTo(200);
        try {
            assertThat(visitor.get("/ar/me").path()).isEqualTo("/ar/me");
            assertThat(elsewhere.get("/ar/me").path()).startsWith("/ar/sign-in");
            assertThat(
                            jdbc.sql(
                                            """
                                            select count(*) from mail.letter
                                            where kind = 'mail.kind.password-set' and address = 'applicant@demo.example'
                                            """)
                                    .query(Integer.class)
                                    .single())
                    .isOne();
            assertThat(signIn(new Visitor(), password).path()).isEqualTo("/ar/me");
            assertThat(signIn(new Visitor(), password + "!").status()).isEqualTo(422);
            assertThat(signIn(new Visitor(), password.substring(0, 36)).status()).isEqualTo(422);
        } finally {
            jdbc.sql(
                            """
                            update accounts.person set password_hash =
                            (select password_hash from accounts.person where email = 'host@demo.example')
                            where email = 'applicant@demo.example'
                            """)
                    .update();
        }
    }

    private static Answer signIn(Visitor visitor, String password) {
        return visitor.submit(
                visitor.get("/ar/sign-in"),
                "form[action$=/sign-in/password]",
                Map.of("email", "applicant@demo.example", "password", password));
    }

    @Test
    void aCharacterThatTheDatabaseRefusesCostsNobodyTheirText() {
        Visitor visitor = Visitor.signedIn("applicant@demo.example");
        Answer form = visitor.get("/fr/me/account");
        visitor.expireSession();
        Answer signIn =
                visitor.submit(form, "form[action$=/me/account]", Map.of("name", "Amina\0 Chérif"));
        assertThat(signIn.path()).startsWith("/fr/sign-in");
        assertThat(
                        visitor.submit(
                                        signIn,
                                        "form[action$=/sign-in/password]",
                                        Map.of(
                                                "email",
                                                "applicant@demo.example",
                                                "password",
                                                "rivages demonstration"))
                                .words())
                .contains("Amina Chérif");
    }

    @ParameterizedTest
    @ValueSource(strings = {"AAAA", "AGEA", "bm8gaWQ=", "%00", "x"})
    void aForgedSessionCookieIsNoSession(String cookie) {
        Answer page = new Visitor().raw("/fr/search", "Cookie", "rivages=" + cookie);
        assertThat(page.status()).isEqualTo(200);
        assertThat(new Visitor().raw("/fr/me", "Cookie", "rivages=" + cookie).status())
                .isEqualTo(303);
    }

    @Test
    void manyGuessesAtOnceAreNoMoreThanTheirNumber() throws Exception {
        List<Callable<Integer>> guesses = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            Visitor visitor = new Visitor();
            Answer page = visitor.get("/en/sign-in");
            guesses.add(() ->
                    visitor.submit(
                                    page,
                                    "form[action$=/sign-in/password]",
                                    Map.of("email", "guessed@demo.example", "password", "guess"))
                            .status());
        }
        int judged = 0;
        try (var threads = Executors.newFixedThreadPool(30)) {
            for (Future<Integer> answer : threads.invokeAll(guesses)) {
                judged += answer.get() == 422 ? 1 : 0;
            }
        }
        assertThat(judged).isEqualTo(10);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(1)host@demo.example",
                "a:host@demo.example",
                "host@demo.example\u202e",
                "host@demo.exam\u200bple",
                "host\\@demo.example",
                "host@[127.0.0.1].example"
            })
    void anAddressHasOneWayToBeWritten(String email) {
        Visitor visitor = new Visitor();
        Answer refused =
                visitor.submit(
                        visitor.get("/fr/sign-in"),
                        "form[action$=/sign-in/link]",
                        Map.of("email", email));
        assertThat(refused.status()).isEqualTo(422);
    }

    @Test
    void aRoleForAProgrammeThatIsNotThereIsNoRoleForAll() {
        Visitor admin = Visitor.signedIn("admin@demo.example");
        Answer page = admin.get("/en/desk/people");
        for (String programme : List.of("00000000-0000-0000-0000-000000000000", "nonsense")) {
            Answer refused =
                    admin.submit(
                            page,
                            "form[action$=/desk/people]",
                            Map.of(
                                    "email",
                                    "nobody-new@example.org",
                                    "role",
                                    "SECRETARIAT",
                                    "programme",
                                    programme));
            assertThat(refused.status()).isEqualTo(422);
        }
        assertThat(admin.get("/en/desk/people").text()).doesNotContain("nobody-new@example.org");
    }

    @Test
    void anErrorOfTheDatabaseTellsNobodysAddress() {
        assertThatThrownBy(() ->
                        jdbc.sql("insert into accounts.person select * from accounts.person")
                                .update())
                .satisfies(problem -> {
                    for (Throwable e = problem; e != null; e = e.getCause()) {
                        assertThat("" + e.getMessage()).doesNotContain("Detail");
                    }
                });
    }
}
