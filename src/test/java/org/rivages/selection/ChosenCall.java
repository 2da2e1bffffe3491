package org.rivages.selection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.rivages.access.Role;
import org.rivages.accounts.Accounts;
import org.rivages.accounts.Person;
import org.rivages.applications.ApplicationActs;
import org.rivages.applications.ApplicationId;
import org.rivages.applications.Entering;
import org.rivages.applications.Entry;
import org.rivages.calls.AnswerKeys;
import org.rivages.calls.Answers;
import org.rivages.calls.CallActs;
import org.rivages.calls.CallId;
import org.rivages.calls.CallView;
import org.rivages.calls.Calls;
import org.rivages.calls.LanguageLevel;
import org.rivages.calls.LanguageNeed;
import org.rivages.calls.StandardForm;
import org.rivages.cohort.Aim;
import org.rivages.cohort.Mode;
import org.rivages.cohort.Rule;
import org.rivages.programmes.Programmes;
import org.rivages.reviews.Dealt;
import org.rivages.reviews.JurorProfile;
import org.rivages.reviews.Panel;
import org.rivages.reviews.Panels;
import org.rivages.reviews.Review;
import org.rivages.reviews.Reviewing;
import org.rivages.reviews.StandardGrid;
import org.rivages.shared.Language;
import org.rivages.shared.LocalizedText;

/**
 * A closed call of a test's own: eight eligible applications in three languages, two jurors of its
 * own who have read all of them. The first has the best scores, and so on down. Odd ones are women.
 */
public class ChosenCall {
    public static final int APPLICATIONS = 8;

    private final Calls calls;
    private final CallActs acts;
    private final StandardForm standard;
    private final Programmes programmes;
    private final Accounts accounts;
    private final ApplicationActs applications;
    private final Panels panels;
    private final Reviewing reviewing;
    private final StandardGrid grid;
    private final Rulebook rulebook;
    private boolean swapped;

    public ChosenCall(
            Calls calls,
            CallActs acts,
            StandardForm standard,
            Programmes programmes,
            Accounts accounts,
            ApplicationActs applications,
            Panels panels,
            Reviewing reviewing,
            StandardGrid grid,
            Rulebook rulebook) {
        this.calls = calls;
        this.acts = acts;
        this.standard = standard;
        this.programmes = programmes;
        this.accounts = accounts;
        this.applications = applications;
        this.panels = panels;
        this.reviewing = reviewing;
        this.grid = grid;
        this.rulebook = rulebook;
    }

    /** The same calls with men where women were and women where men were. */
    public ChosenCall swapped() {
        ChosenCall other =
                new ChosenCall(
                        calls,
                        acts,
                        standard,
                        programmes,
                        accounts,
                        applications,
                        panels,
                        reviewing,
                        grid,
                        rulebook);
        other.swapped = true;
        return other;
    }

    /**
     * @param tag tells its people's addresses from those of other tests
     * @param applications best first
     */
    public record Made(
            CallView call, String tag, List<ApplicationId> applications, List<Person> jurors) {
        public String email(int n) {
            return "a" + n + "-" + tag + "@test.example";
        }

        public String desk(String language, String rest) {
            return "/" + language + "/desk/calls/" + call.slug() + rest;
        }
    }

    /** Reviewed, with the rules 3 places, at most 1 of a country, 1 to 2 women. */
    public Made reviewed() {
        Made made = read(false);
        for (Person juror : made.jurors()) {
            for (Review review : reviewing.of(juror.id())) {
                int n = made.applications().indexOf(review.application());
                if (n >= 0) {
                    reviewing.finish(
                            review.id(),
                            juror.id(),
                            new Reviewing.Written(0, scores(n), Map.of(), "seen"));
                }
            }
        }
        rulebook.set(
                made.call().id(),
                0,
                new RuleSet(
                        3,
                        Mode.MERIT,
                        "seed",
                        List.of(new Aim.Score()),
                        List.of(
                                Rule.Quota.of("countries", AnswerKeys.COUNTRY, null, null, 1),
                                Rule.Quota.of("women", AnswerKeys.GENDER, "woman", 1, 2))),
                Map.of(),
                "",
                null);
        return made;
    }

    /** Levels that fall from application to application. */
    public static Map<String, Integer> scores(int n) {
        Map<String, Integer> scores = new LinkedHashMap<>();
        List<String> keys = List.of("motivation", "project", "role", "sharing");
        for (int i = 0; i < keys.size(); i++) {
            int level = 5 - n / 2 - (n % 2 == 1 && i < 2 ? 1 : 0);
            scores.put(keys.get(i), Math.max(0, level));
        }
        return scores;
    }

    /** Assigned, nothing read yet. */
    public Made read(boolean blind) {
        String tag = UUID.randomUUID().toString().substring(0, 8);
        CallView call = call(tag);
        List<ApplicationId> made = new ArrayList<>();
        UUID officer = accounts.person("secretariat@demo.example").orElseThrow().id();
        for (int n = 0; n < APPLICATIONS; n++) {
            Entering entering = applications.enter(entry(call, n, tag));
            assertThat(entering).isInstanceOf(Entering.Entered.class);
            ApplicationId id = ((Entering.Entered) entering).id();
            applications.find(id, true, "", officer);
            made.add(id);
        }
        panels.open(new Panel(call.id(), grid.grid(), 2, blind, true, null, 0), officer);
        List<Person> jurors = new ArrayList<>();
        for (int n = 1; n <= 2; n++) {
            Person juror =
                    accounts.welcome(
                            "j" + n + "-" + tag + "@test.example",
                            "Juror " + n + " " + tag,
                            Language.EN);
            accounts.setPassword(juror.id(), "rivages demonstration");
            accounts.grant(juror.id(), Role.REVIEWER, call.programme().value(), officer);
            panels.save(
                    new JurorProfile(juror.id(), "", null, "", Set.of(Language.values())), officer);
            panels.seat(call.id(), juror.id(), null, officer);
            jurors.add(juror);
        }
        assertThat(panels.deal(call.id(), officer)).isEqualTo(new Dealt.Done(16, 8, 8));
        return new Made(call, tag, made, jurors);
    }

    private CallView call(String tag) {
        var edition = programmes.edition("demo-workshops", "demo-class").orElseThrow();
        Instant now = Instant.now();
        CallView call =
                new CallView(
                        new CallId(UUID.randomUUID()),
                        edition.programme(),
                        edition.id(),
                        "s-" + tag,
                        LocalizedText.of(
                                "Test call " + tag, "Appel d’essai " + tag, "دعوة تجريبية " + tag),
                        LocalizedText.EMPTY,
                        LocalizedText.EMPTY,
                        3,
                        List.of(new LanguageNeed("fr", LanguageLevel.C1)),
                        now.minus(Duration.ofDays(20)),
                        now.minus(Duration.ofDays(2)),
                        null,
                        ZoneId.of("Africa/Tunis"),
                        0,
                        3,
                        now.minus(Duration.ofDays(21)),
                        null,
                        null,
                        null,
                        true,
                        1,
                        1,
                        now);
        acts.create(call, standard.terms(edition.id(), 3, 3), null);
        return calls.call(call.id()).orElseThrow();
    }

    private Entry entry(CallView call, int n, String tag) {
        Language language = Language.values()[n % 3];
        Answers answers =
                Answers.NONE
                        .with(AnswerKeys.FIRST_NAME, "Name" + n)
                        .with(AnswerKeys.LAST_NAME, "Of" + tag)
                        .with(
                                AnswerKeys.COUNTRY,
                                List.of("MA", "MA", "TN", "FR", "TN", "AL", "LB", "IT").get(n))
                        .with(AnswerKeys.CITY, "Town" + n)
                        .with(AnswerKeys.PROFESSION, n % 2 == 0 ? "engineer" : "architect")
                        .with(AnswerKeys.ORGANISATION, "House " + n + " " + tag)
                        .with(AnswerKeys.GENDER, (n % 2 == 1) != swapped ? "woman" : "man");
        return new Entry(
                call.id(),
                Entry.Way.IMPORT,
                "Name" + n + " Of" + tag,
                "a" + n + "-" + tag + "@test.example",
                language,
                Instant.now().minus(Duration.ofDays(3)),
                answers,
                List.of(),
                null);
    }
}
