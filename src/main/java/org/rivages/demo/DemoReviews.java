package org.rivages.demo;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.rivages.accounts.Accounts;
import org.rivages.applications.ApplicationId;
import org.rivages.applications.Applications;
import org.rivages.calls.AnswerKeys;
import org.rivages.calls.CallView;
import org.rivages.calls.Calls;
import org.rivages.cohort.Aim;
import org.rivages.cohort.Mode;
import org.rivages.cohort.Rule;
import org.rivages.reviews.Dealt;
import org.rivages.reviews.JurorProfile;
import org.rivages.reviews.Panel;
import org.rivages.reviews.Panels;
import org.rivages.reviews.Review;
import org.rivages.reviews.Reviewing;
import org.rivages.reviews.Reviews;
import org.rivages.reviews.ScoreGrid;
import org.rivages.reviews.StandardGrid;
import org.rivages.selection.RuleSet;
import org.rivages.selection.Rulebook;
import org.rivages.selection.Selection;
import org.rivages.shared.Language;
import org.rivages.shared.LocalizedText;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Four invented jurors have read the closed call {@code demo-class}, two for each application; the
 * selection rule stands, nobody is chosen yet. Scores are drawn from a seed.
 */
@Component
class DemoReviews implements DemoStep {
    private static final String CALL = "demo-class";
    private static final long SEED = 20_261_123;

    /**
     * @param lean how much more than others the juror gives
     */
    private record Juror(
            String email,
            String organisation,
            String city,
            Set<Language> languages,
            double lean,
            List<String> praise,
            List<String> doubt) {}

    private static final List<Juror> JURORS =
            List.of(
                    new Juror(
                            "juror1@demo.example",
                            "معهد التخطيط (مثال)",
                            "Beirut",
                            EnumSet.allOf(Language.class),
                            -0.45,
                            List.of(
                                    "مشروع حقيقي وأهداف واضحة.",
                                    "دوافع مقنعة، والصلة بالبرنامج ظاهرة."),
                            List.of(
                                    "الأهداف غير مقيسة بعد.",
                                    "الكلام عام، ينقصه مثال من الميدان.")),
                    new Juror(
                            "juror2@demo.example",
                            "Atelier des rivages (exemple)",
                            "Marseille",
                            EnumSet.of(Language.FR, Language.EN),
                            0.05,
                            List.of(
                                    "Un projet concret, des écarts reconnus.",
                                    "Bonne place pour agir, employeur engagé."),
                            List.of(
                                    "Le lien avec les sessions reste à faire.",
                                    "Peu de mesures des résultats.")),
                    new Juror(
                            "juror3@demo.example",
                            "Institute of Coastal Cities (example)",
                            "Durrës",
                            EnumSet.of(Language.EN, Language.FR),
                            0.35,
                            List.of(
                                    "Measured objectives and an honest account.",
                                    "Will share with colleagues, with dates."),
                            List.of(
                                    "An idea more than a project.",
                                    "The role in the project is unclear.")),
                    new Juror(
                            "juror4@demo.example",
                            "Scuola del territorio (esempio)",
                            "Genova",
                            EnumSet.allOf(Language.class),
                            0.1,
                            List.of(
                                    "Question précise pour les sessions.",
                                    "Expérience solide, mandat clair."),
                            List.of("Motivation générale.", "Le partage ensuite est peu décrit.")));

    private final Calls calls;
    private final Accounts accounts;
    private final Panels panels;
    private final Reviews reviews;
    private final Reviewing reviewing;
    private final StandardGrid standard;
    private final Rulebook rulebook;
    private final Selection selection;
    private final Applications applications;

    DemoReviews(
            Calls calls,
            Accounts accounts,
            Panels panels,
            Reviews reviews,
            Reviewing reviewing,
            StandardGrid standard,
            Rulebook rulebook,
            Selection selection,
            Applications applications) {
        this.calls = calls;
        this.accounts = accounts;
        this.panels = panels;
        this.reviews = reviews;
        this.reviewing = reviewing;
        this.standard = standard;
        this.rulebook = rulebook;
        this.selection = selection;
        this.applications = applications;
    }

    @Override
    public int order() {
        return 60;
    }

    @Override
    @Transactional
    public void load() {
        CallView call = calls.call(CALL).orElseThrow();
        if (reviews.panel(call.id()).isEmpty() && !applications.eligible(call.id()).isEmpty()) {
            read(call);
        }
        if (selection.ruleText(call.id()).isEmpty()) {
            rule(call);
        }
    }

    private void read(CallView call) {
        panels.open(new Panel(call.id(), standard.grid(), 2, false, true, null, 0), null);
        for (Juror juror : JURORS) {
            UUID person = accounts.person(juror.email()).orElseThrow().id();
            panels.save(
                    new JurorProfile(
                            person, juror.organisation(), null, juror.city(), juror.languages()),
                    null);
            panels.seat(call.id(), person, null, null);
        }
        if (panels.deal(call.id(), null) instanceof Dealt.Impossible impossible) {
            throw new IllegalStateException("the demonstration cannot be dealt: " + impossible);
        }
        Map<ApplicationId, Double> worth = new LinkedHashMap<>();
        for (Juror juror : JURORS) {
            UUID person = accounts.person(juror.email()).orElseThrow().id();
            for (Review review : reviewing.of(person)) {
                if (review.call().equals(call.id())) {
                    finish(juror, review, worth);
                }
            }
        }
    }

    private void finish(Juror juror, Review review, Map<ApplicationId, Double> worth) {
        String number = applications.get(review.application()).number();
        Random own = new Random(SEED ^ number.hashCode());
        double quality =
                worth.computeIfAbsent(review.application(), a -> 3.3 + 0.85 * own.nextGaussian());
        Random random = new Random(SEED ^ (number + juror.email()).hashCode());
        Map<String, Integer> scores = new LinkedHashMap<>();
        Map<String, String> comments = new LinkedHashMap<>();
        for (ScoreGrid.Criterion criterion : standard.grid().criteria()) {
            double level = quality + juror.lean() + 0.6 * random.nextGaussian();
            int score = (int) Math.max(0, Math.min(ScoreGrid.TOP, Math.round(level)));
            scores.put(criterion.key(), score);
            if (random.nextInt(3) == 0) {
                List<String> said = score >= 3 ? juror.praise() : juror.doubt();
                comments.put(criterion.key(), said.get(random.nextInt(said.size())));
            }
        }
        List<String> overall = quality >= 3 ? juror.praise() : juror.doubt();
        reviewing.finish(
                review.id(),
                review.juror(),
                new Reviewing.Written(
                        review.version(),
                        scores,
                        comments,
                        overall.get(random.nextInt(overall.size()))));
    }

    private void rule(CallView call) {
        RuleSet rules =
                new RuleSet(
                        call.places(),
                        Mode.MERIT,
                        "",
                        List.of(new Aim.Score(), new Aim.Distinct(AnswerKeys.COUNTRY)),
                        List.of(
                                Rule.Quota.of("per-country", AnswerKeys.COUNTRY, null, null, 3),
                                Rule.Quota.of(
                                        "per-profession", AnswerKeys.PROFESSION, null, null, 6),
                                Rule.Quota.of("women", AnswerKeys.GENDER, "woman", 10, 15),
                                new Rule.GroupCap("per-organisation", 1)));
        rulebook.set(
                call.id(),
                0,
                rules,
                Map.of(
                        "per-country",
                        LocalizedText.of(
                                "At most 3 people from one country",
                                "Au plus 3 personnes d’un même pays",
                                "3 أشخاص على الأكثر من كل بلد"),
                        "per-profession",
                        LocalizedText.of(
                                "At most 6 people of one profession, so at least 5 professions",
                                "Au plus 6 personnes d’une même profession, donc au moins 5 professions",
                                "6 أشخاص على الأكثر من كل مهنة، أي 5 مهن على الأقل"),
                        "women",
                        LocalizedText.of(
                                "From 10 to 15 women", "De 10 à 15 femmes", "من 10 إلى 15 امرأة")),
                "",
                null);
    }
}
