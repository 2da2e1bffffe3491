package org.rivages.selection;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.rivages.shared.Json;

/**
 * The selection rule of a call, exactly as {@code rules.json} has it.
 *
 * @param places how many are chosen
 * @param mode the committee picks; the engine will propose by this mode
 * @param seed tells ties apart, published beforehand
 * @param aims in order of weight: {@code score}, {@code distinct:country}, {@code worst:region}
 */
public record RuleSet(int places, String mode, String seed, List<String> aims, List<Rule> rules) {
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

    public static RuleSet read(String json) {
        return Json.read(json, RuleSet.class);
    }

    /** The text of {@code rules.json}. */
    @JsonIgnore
    public String json() {
        return Json.write(this);
    }

    public RuleSet with(List<Rule> other) {
        return new RuleSet(places, mode, seed, aims, other);
    }

    /** The attributes that any rule counts. */
    @JsonIgnore
    public Set<String> attributes() {
        Set<String> attributes = new java.util.TreeSet<>();
        for (Rule rule : rules) {
            if (rule instanceof Rule.Quota quota) {
                attributes.add(quota.attribute());
            }
        }
        return attributes;
    }
}
