package org.rivages.selection;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.rivages.cohort.Aim;
import org.rivages.cohort.Mode;
import org.rivages.cohort.Rule;
import org.rivages.cohortfiles.BadInput;
import org.rivages.cohortfiles.RulesReader;
import org.rivages.cohortfiles.RulesText;
import org.rivages.cohortfiles.RulesWriter;

/**
 * The selection rule of a call, exactly as {@code rules.json} has it.
 *
 * @param places how many are chosen
 * @param seed tells apart what all aims leave equal; committed by the hash of the rule
 * @param aims in order of weight
 */
public record RuleSet(int places, Mode mode, String seed, List<Aim> aims, List<Rule> rules) {
    public RuleSet {
        aims = List.copyOf(aims);
        rules = List.copyOf(rules);
        Set<String> ids = new HashSet<>();
        for (Rule rule : rules) {
            if (!ids.add(rule.id())) {
                throw new IllegalArgumentException("two rules are called " + rule.id());
            }
        }
    }

    /** By merit: the total score alone. */
    public static RuleSet merit(int places, String seed, List<Rule> rules) {
        return new RuleSet(places, Mode.MERIT, seed, List.of(new Aim.Score()), rules);
    }

    /**
     * @throws IllegalStateException if it is no rules.json; what is stored was one
     */
    public static RuleSet read(String json) {
        try {
            RulesText text = RulesReader.read("rules", json.getBytes(StandardCharsets.UTF_8));
            return new RuleSet(text.seats(), text.mode(), text.seed(), text.aims(), text.rules());
        } catch (BadInput e) {
            throw new IllegalStateException(e.faults().toString(), e);
        }
    }

    /** The canonical text of {@code rules.json}. */
    public String json() {
        return RulesWriter.write(places, mode, seed, aims, rules);
    }

    /** SHA-256 of {@link #json()}: what is published of it before the seed may be known. */
    public String hash() {
        return RulesWriter.hash(json());
    }

    public RuleSet with(List<Rule> other) {
        return new RuleSet(places, mode, seed, aims, other);
    }

    public RuleSet withSeed(String other) {
        return new RuleSet(places, mode, other, aims, rules);
    }

    /** The attributes that any rule or aim counts. */
    public Set<String> attributes() {
        Set<String> attributes = new TreeSet<>();
        for (Rule rule : rules) {
            if (rule instanceof Rule.Quota quota) {
                attributes.add(quota.attribute());
            }
        }
        for (Aim aim : aims) {
            switch (aim) {
                case Aim.Score _ -> {}
                case Aim.Distinct distinct -> attributes.add(distinct.attribute());
                case Aim.Worst worst -> attributes.add(worst.attribute());
            }
        }
        return attributes;
    }
}
