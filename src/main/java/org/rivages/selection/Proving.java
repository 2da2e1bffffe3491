package org.rivages.selection;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.rivages.cohort.Problem;
import org.rivages.cohort.Rule;
import org.rivages.cohortfiles.PeopleWriter;
import org.rivages.cohortfiles.RulesWriter;
import org.springframework.stereotype.Component;

/**
 * Proves what a committee decided: that its class is the best under the rules and its own picks, or
 * that it is the one which the published seed draws. Rules that the class does not keep are left
 * out of the proof and named as exceptions.
 */
@Component
class Proving {
    private final Engine engine;

    Proving(Engine engine) {
        this.engine = engine;
    }

    /**
     * @param pins of the committee, without which another class would be best
     * @param exceptions rules of the call that the class does not keep
     */
    record Proven(Answer answer, List<Rule> pins, List<String> exceptions) {}

    /**
     * @param all with sealed values
     * @param chosen of them
     */
    Proven prove(RuleSet rules, List<Candidate> all, List<Candidate> chosen) {
        Balance balance = Balance.of(rules, all, chosen);
        List<Rule> kept = new ArrayList<>();
        List<String> exceptions = new ArrayList<>();
        for (Rule rule : rules.rules()) {
            if (balance.standing(rule).good()) {
                kept.add(fixed(rule, rules.places()));
            } else {
                exceptions.add(rule.id());
            }
        }
        RuleSet counted =
                new RuleSet(chosen.size(), rules.mode(), rules.seed(), rules.aims(), kept);
        Set<String> wanted = new HashSet<>();
        chosen.forEach(one -> wanted.add(one.number()));
        return prove(counted, all, wanted, exceptions);
    }

    private Proven prove(
            RuleSet counted, List<Candidate> all, Set<String> wanted, List<String> exceptions) {
        Answer free = answer(counted, all, List.of());
        List<String> found = free.proven();
        if (found != null) {
            Set<String> best = Set.copyOf(found);
            List<Rule> pins = new ArrayList<>();
            for (Candidate one : all) {
                if (wanted.contains(one.number()) != best.contains(one.number())) {
                    pins.add(HandPicks.pin(one.number(), wanted.contains(one.number())));
                }
            }
            Answer pinned = pins.isEmpty() ? free : answer(counted, all, pins);
            if (is(pinned, wanted)) {
                return new Proven(pinned, pins, exceptions);
            }
        }
        List<Rule> everybody = new ArrayList<>();
        wanted.stream().sorted().forEach(one -> everybody.add(HandPicks.pin(one, true)));
        Answer pinned = answer(counted, all, everybody);
        if (!is(pinned, wanted)) {
            throw new IllegalStateException("the class keeps the rules and is not proven");
        }
        return new Proven(pinned, everybody, exceptions);
    }

    private Answer answer(RuleSet counted, List<Candidate> all, List<Rule> pins) {
        return engine.answer(Problems.of(counted, all, pins).problem());
    }

    private static boolean is(Answer answer, Set<String> wanted) {
        List<String> proven = answer.proven();
        return proven != null && Set.copyOf(proven).equals(wanted);
    }

    /** In persons: a percent is of the places of the call, not of those who were chosen. */
    private static Rule fixed(Rule rule, int places) {
        if (rule instanceof Rule.Quota quota
                && (quota.minPercent() != null || quota.maxPercent() != null)) {
            int least = Balance.least(quota, places);
            int most = Balance.most(quota, places);
            return new Rule.Quota(
                    quota.id(),
                    quota.attribute(),
                    quota.value(),
                    least,
                    most == Balance.NO_BOUND ? null : Integer.valueOf(most),
                    null,
                    null);
        }
        return rule;
    }

    /**
     * @param reserve numbers in the committee's order
     */
    static AuditorsFile file(Proven proven, List<String> reserve, String salt) {
        Problem problem = proven.answer().problem();
        StringWriter people = new StringWriter();
        try {
            PeopleWriter.write(people, problem);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ByteArrayOutputStream cohort = new ByteArrayOutputStream();
        proven.answer().write(cohort, reserve);
        return new AuditorsFile(
                salt.getBytes(StandardCharsets.UTF_8),
                people.toString().getBytes(StandardCharsets.UTF_8),
                RulesWriter.write(
                                problem.places(),
                                problem.mode(),
                                problem.seed(),
                                problem.aims(),
                                problem.rules())
                        .getBytes(StandardCharsets.UTF_8),
                cohort.toByteArray());
    }

    /** Of every open attribute that the rules count. */
    static List<Totals.Total> totals(
            RuleSet rules, Map<String, Attribute> attributes, List<Candidate> chosen) {
        List<Totals.Total> totals = new ArrayList<>();
        for (String key : rules.attributes()) {
            Attribute attribute = attributes.get(key);
            if (attribute != null && !attribute.sealed()) {
                Map<String, Integer> counts = new TreeMap<>();
                chosen.forEach(one -> counts.merge(one.value(key), 1, Integer::sum));
                totals.add(Totals.of(key, counts));
            }
        }
        return totals;
    }
}
