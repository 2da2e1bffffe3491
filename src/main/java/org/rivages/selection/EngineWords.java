package org.rivages.selection;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.rivages.applications.ApplicationSummary;
import org.rivages.cohort.Questions;
import org.rivages.cohort.Repair;
import org.rivages.cohort.Rule;
import org.rivages.site.Words;

/** Says in one language what the engine answers, with the names of people and rules. */
final class EngineWords {
    private final SavedRules saved;
    private final Map<String, Attribute> attributes;
    private final RuleWords sentences;
    private final BalanceWords balance;
    private final Words words;
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, Rule> rules = new HashMap<>();

    EngineWords(
            SavedRules saved,
            Map<String, Attribute> attributes,
            RuleWords sentences,
            BalanceWords balance,
            Collection<ApplicationSummary> people,
            Words words) {
        this.saved = saved;
        this.attributes = attributes;
        this.sentences = sentences;
        this.balance = balance;
        this.words = words;
        tellApart(people);
        saved.rules().rules().forEach(rule -> rules.put(rule.id(), rule));
    }

    /** People of the same name are told apart by the numbers of their applications. */
    private void tellApart(Collection<ApplicationSummary> people) {
        Map<String, Integer> alike = new HashMap<>();
        people.forEach(one -> alike.merge(one.name(), 1, Integer::sum));
        for (ApplicationSummary one : people) {
            boolean alone = alike.getOrDefault(one.name(), 0) < 2;
            names.put(
                    one.number(),
                    alone
                            ? one.name()
                            : words.get(
                                    "selection.person.numbered",
                                    "name",
                                    one.name(),
                                    "number",
                                    one.number()));
        }
    }

    ProposalView.Chance chance(Draw.Chance chance) {
        return new ProposalView.Chance(
                words.get(
                        "selection.chance",
                        "over",
                        chance.chance().over().toString(),
                        "under",
                        chance.chance().under().toString()),
                words.percent(chance.chance().doubleValue()),
                chance.people(),
                chance.drawn());
    }

    String name(String number) {
        return names.getOrDefault(number, number);
    }

    private String names(Collection<String> numbers) {
        return words.list(numbers.stream().map(this::name).toList());
    }

    String points(long thousandths) {
        return RuleWords.points(thousandths, words);
    }

    List<String> facts(List<Candidate> in) {
        return balance.facts(in);
    }

    String rule(Rule rule) {
        return words.get(sentences.sentence(saved, rule, attributes));
    }

    /** A rule of the call, or a hand pick, by its id. */
    String rule(String id) {
        Rule rule = rules.get(id);
        if (rule != null) {
            return rule(rule);
        }
        for (String number : names.keySet()) {
            if (id.equals(HandPicks.pin(number, true).id())) {
                return words.get("selection.hand.in", "name", name(number));
            }
            if (id.equals(HandPicks.pin(number, false).id())) {
                return words.get("selection.hand.out", "name", name(number));
            }
        }
        return id;
    }

    private String rules(Collection<String> ids) {
        return words.list(ids.stream().map(this::rule).toList());
    }

    String change(Repair.Change change) {
        String key =
                switch (change.kind()) {
                    case MINIMUM -> "selection.change.minimum";
                    case MAXIMUM -> "selection.change.maximum";
                    case DROP -> "selection.change.drop";
                    case PLACES -> "selection.change.places";
                };
        return words.get(
                key, "rule", rule(change.rule()), "from", change.from(), "to", change.to());
    }

    ProposalView.Priced price(Questions.Price price) {
        boolean dear = price.gained() > 0;
        String key =
                dear
                        ? price.proven() ? "selection.price.points" : "selection.price.least"
                        : !price.proven()
                                ? "selection.price.unproven"
                                : price.gained() < 0
                                        ? "selection.price.other"
                                        : "selection.price.none";
        return new ProposalView.Priced(
                rule(price.rule()), words.get(key, "points", points(price.gained())), dear);
    }

    String cost(Solved.Cost cost) {
        return switch (cost) {
            case Solved.Cost.Exactly exactly -> lost(exactly.thousandths());
            case Solved.Cost.Impossible impossible ->
                    words.get("selection.cost.impossible", "rules", rules(impossible.rules()));
            case Solved.Cost.Unproven _ -> words.get("selection.cost.unproven");
        };
    }

    /** Above zero is lost; below zero an earlier aim loses instead. */
    String lost(long thousandths) {
        return thousandths == 0
                ? words.get("selection.cost.none")
                : words.get(
                        thousandths > 0 ? "selection.cost.points" : "selection.cost.gained",
                        "points",
                        points(Math.abs(thousandths)));
    }

    /** Why somebody is in: what happens without them. */
    String without(Solved.Cost cost, Set<String> best) {
        return switch (cost) {
            case Solved.Cost.Exactly exactly ->
                    words.get(
                            "selection.near.without",
                            "cost",
                            lost(exactly.thousandths()),
                            "names",
                            names(
                                    exactly.cohort().stream()
                                            .filter(one -> !best.contains(one))
                                            .toList()));
            case Solved.Cost.Impossible impossible ->
                    words.get(
                            "selection.near.needed",
                            "rules",
                            rules(
                                    impossible.rules().stream()
                                            .filter(id -> rules.containsKey(id))
                                            .toList()));
            case Solved.Cost.Unproven _ -> words.get("selection.cost.unproven");
        };
    }

    /** Why somebody is out, and what would bring them in. */
    String entry(Questions.Entry entry, long score) {
        return switch (entry) {
            case Questions.Entry.AlreadyIn _ -> "";
            case Questions.Entry.WithScore with ->
                    words.get(
                            "selection.near.score",
                            "score",
                            points(with.score()),
                            "more",
                            points(with.score() - score),
                            "names",
                            names(with.displaced()));
            case Questions.Entry.RulesInTheWay way ->
                    words.get("selection.near.rules", "rules", rules(way.rules()));
            case Questions.Entry.AimInTheWay way ->
                    words.get(
                            "selection.near.aim",
                            "aim",
                            RuleWords.aim(way.aim(), attributes, words));
            case Questions.Entry.ScoreDoesNotCount _ -> words.get("selection.near.no-score");
            case Questions.Entry.NotProven _ -> words.get("selection.cost.unproven");
        };
    }
}
