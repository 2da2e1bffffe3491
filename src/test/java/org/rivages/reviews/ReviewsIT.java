package org.rivages.reviews;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.rivages.access.Role;
import org.rivages.accounts.Accounts;
import org.rivages.accounts.Person;
import org.rivages.applications.ApplicationId;
import org.rivages.selection.ChosenCall;
import org.rivages.shared.Language;
import org.rivages.support.Mailbox;
import org.rivages.support.RivagesTest;
import org.rivages.support.Visitor;
import org.rivages.support.Visitor.Answer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

@RivagesTest
class ReviewsIT {
    private static final String FORM = "form.scoring";

    private final ChosenCall chosen;
    @Autowired Reviewing reviewing;
    @Autowired Reviews reviews;
    @Autowired Panels panels;
    @Autowired Accounts accounts;

    @Autowired
    ReviewsIT(AutowireCapableBeanFactory beans) {
        chosen = beans.createBean(ChosenCall.class);
    }

    private Review of(Person juror, ApplicationId application) {
        return reviewing.of(juror.id()).stream()
                .filter(r -> r.application().equals(application))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, Object> scored(int n, String overall) {
        Map<String, Object> fields = new HashMap<>(Map.of("overall", overall, "do", "finish"));
        ChosenCall.scores(n).forEach((key, score) -> fields.put("score." + key, score));
        return fields;
    }

    @Test
    void aJurorSeesOnlyWhatIsAssignedToThem() {
        ChosenCall.Made made = chosen.read(false);
        Visitor first = Visitor.signedIn(made.jurors().get(0).email());
        Answer list = first.get("/en/desk/reviews");
        assertThat(list.page().select(".readlist li")).hasSize(ChosenCall.APPLICATIONS);
        Review own = of(made.jurors().get(0), made.applications().getFirst());
        Review others = of(made.jurors().get(1), made.applications().getFirst());
        assertThat(first.get("/en/desk/reviews/" + own.id()).status()).isEqualTo(200);
        for (String path :
                List.of(
                        "/en/desk/reviews/" + others.id(),
                        "/en/desk/reviews/" + UUID.randomUUID(),
                        "/en/desk/reviews/" + others.id() + "/documents/" + UUID.randomUUID(),
                        "/en/desk/reviews/" + own.id() + "/documents/" + UUID.randomUUID())) {
            assertThat(first.get(path).status()).as(path).isEqualTo(404);
        }
        for (String path :
                List.of(
                        "/panel",
                        "/panel/grid",
                        "/panel/settings",
                        "/reviews",
                        "/reviews/" + made.applications().getFirst(),
                        "/board")) {
            assertThat(first.get(made.desk("en", path)).status()).as(path).isEqualTo(403);
        }
    }

    @Test
    void neverShowsASealedAnswerAndHidesNamesInABlindReading() {
        ChosenCall.Made made = chosen.read(true);
        Visitor juror = Visitor.signedIn(made.jurors().getFirst().email());
        Answer list = juror.get("/en/desk/reviews");
        assertThat(list.words()).doesNotContain("Of" + made.tag()).doesNotContain("House 1");
        for (ApplicationId application : made.applications()) {
            String text =
                    juror.get("/en/desk/reviews/" + of(made.jurors().getFirst(), application).id())
                            .text();
            assertThat(text)
                    .doesNotContain("Woman")
                    .doesNotContain(">Man<")
                    .doesNotContain("Of" + made.tag())
                    .doesNotContain("House ");
        }
    }

    @Test
    void savesDraftsFinishesOnlyWhenCompleteAndRefusesAnOldWindow() {
        ChosenCall.Made made = chosen.read(false);
        Visitor juror = Visitor.signedIn(made.jurors().getFirst().email());
        Review review = of(made.jurors().getFirst(), made.applications().getFirst());
        String path = "/fr/desk/reviews/" + review.id();
        Answer page = juror.get(path);
        Answer draft =
                juror.submit(
                        page,
                        FORM,
                        Map.of(
                                "score.motivation",
                                "4",
                                "comment.motivation",
                                "Clair & net <b>",
                                "do",
                                "save"));
        assertThat(draft.words()).contains("Le brouillon est enregistré.");
        assertThat(draft.page().select("textarea[name=comment.motivation]").val())
                .isEqualTo("Clair & net <b>");
        Answer incomplete = juror.submit(draft, FORM, Map.of("do", "finish"));
        assertThat(incomplete.status()).isEqualTo(422);
        assertThat(incomplete.page().select(".err")).hasSizeGreaterThanOrEqualTo(3);
        Answer stale =
                juror.submit(page, FORM, Map.of("overall", "typed in an old window", "do", "save"));
        assertThat(stale.status()).isEqualTo(409);
        assertThat(stale.page().select("textarea[name=overall]").val())
                .isEqualTo("typed in an old window");
        Answer forged = juror.submit(draft, FORM, Map.of("score.motivation", "6", "do", "save"));
        assertThat(forged.status()).isEqualTo(422);
        Answer done = juror.submit(juror.get(path), FORM, scored(0, "Très bien"));
        assertThat(done.words()).contains("L’évaluation est terminée.", "5,000");
        Answer again = juror.submit(done, "form[action$=/reopen]", Map.of());
        assertThat(again.page().select(FORM)).hasSize(1);
        assertThat(reviewing.own(review.id(), review.juror()).total()).isNull();
    }

    @Test
    void showsOthersReviewsOnlyAfterOnesOwn() {
        ChosenCall.Made made = chosen.read(false);
        Person one = made.jurors().get(0);
        Person two = made.jurors().get(1);
        ApplicationId application = made.applications().get(2);
        Visitor first = Visitor.signedIn(one.email());
        Visitor second = Visitor.signedIn(two.email());
        String mine = "/en/desk/reviews/" + of(one, application).id();
        String theirs = "/en/desk/reviews/" + of(two, application).id();
        first.submit(first.get(mine), FORM, scored(1, "A word that only one wrote"));
        assertThat(second.get(theirs).text()).doesNotContain("A word that only one wrote");
        Answer after = second.submit(second.get(theirs), FORM, scored(3, "Another word"));
        assertThat(after.words()).contains("A word that only one wrote");
        assertThat(requireNonNull(reviews.scores(made.call().id()).get(application)).total())
                .isEqualTo(
                        reviews.panel(made.call().id())
                                .orElseThrow()
                                .grid()
                                .mean(List.of(ChosenCall.scores(1), ChosenCall.scores(3))));
        Answer compared =
                Visitor.signedIn("secretariat@demo.example").get(made.desk("en", "/reviews"));
        assertThat(compared.words()).contains("Juror 1 " + made.tag());
    }

    @Test
    void aDeclaredConflictLeavesTheListAndGoesToSomebodyElse() {
        ChosenCall.Made made = chosen.read(false);
        UUID officer = accounts.person("secretariat@demo.example").orElseThrow().id();
        Person third =
                accounts.welcome("j3-" + made.tag() + "@test.example", "Juror 3", Language.FR);
        accounts.grant(third.id(), Role.REVIEWER, made.call().programme().value(), officer);
        panels.save(
                new JurorProfile(
                        third.id(), "", null, "Town4", java.util.Set.of(Language.values())),
                officer);
        panels.seat(made.call().id(), third.id(), null, officer);
        Person one = made.jurors().getFirst();
        ApplicationId application = made.applications().get(1);
        Visitor juror = Visitor.signedIn(one.email());
        Answer page = juror.get("/en/desk/reviews/" + of(one, application).id());
        Answer left = juror.submit(page, "form[action$=/conflict]", Map.of("reason", "my cousin"));
        assertThat(left.words()).contains("The application has left your list.");
        assertThat(reviewing.of(one.id()))
                .noneMatch(review -> review.application().equals(application));
        assertThat(reviewing.of(third.id()))
                .anyMatch(review -> review.application().equals(application));
        assertThat(reviewing.of(third.id()))
                .as("same city")
                .noneMatch(review -> review.application().equals(made.applications().get(4)));
        assertThat(panels.deal(made.call().id(), officer)).isInstanceOf(Dealt.Done.class);
        assertThat(reviewing.of(one.id()))
                .noneMatch(review -> review.application().equals(application));
    }

    @Test
    void saysWhyAnAssignmentIsImpossibleAndChangesNothing() {
        ChosenCall.Made made = chosen.read(false);
        UUID officer = accounts.person("secretariat@demo.example").orElseThrow().id();
        Person one = made.jurors().getFirst();
        panels.save(
                new JurorProfile(
                        one.id(), "", null, "", java.util.Set.of(Language.EN, Language.FR)),
                officer);
        Visitor visitor = Visitor.signedIn("secretariat@demo.example");
        Answer answer =
                visitor.submit(
                        visitor.get(made.desk("en", "/panel")), "form[action$=/deal]", Map.of());
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.words()).contains("It cannot be assigned so", "Juror 2 " + made.tag());
        assertThat(reviewing.of(one.id())).hasSize(ChosenCall.APPLICATIONS);
    }

    @Test
    void theGridIsFixedOnceAReviewHasBegunAndJurorsAreRemindedInTheirLanguage() {
        ChosenCall.Made made = chosen.read(false);
        Visitor officer = Visitor.signedIn("secretariat@demo.example");
        String grid = made.desk("en", "/panel/grid");
        Answer page = officer.get(grid);
        Answer saved = officer.submit(page, "form.gridform", Map.of("c0.weight", "40"));
        assertThat(saved.words()).contains("The score grid is saved.");
        Answer wrong = officer.submit(officer.get(grid), "form.gridform", Map.of("c0.weight", "0"));
        assertThat(wrong.status()).isEqualTo(422);
        Answer before = officer.get(grid);
        Person one = made.jurors().getFirst();
        Visitor juror = Visitor.signedIn(one.email());
        juror.submit(
                juror.get("/en/desk/reviews/" + of(one, made.applications().getFirst()).id()),
                FORM,
                Map.of("do", "save"));
        assertThat(officer.submit(before, "form.gridform", Map.of("c0.weight", "50")).status())
                .isEqualTo(409);
        assertThat(officer.get(grid).page().select("form.gridform")).isEmpty();
        officer.submit(
                officer.get(made.desk("en", "/panel")),
                "form[action$=/remind]:not(:has([name=juror]))",
                Map.of());
        assertThat(Mailbox.await(one.email(), made.tag()).subject())
                .startsWith("8 reviews still to finish");
    }
}
