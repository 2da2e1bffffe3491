package org.rivages.selection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.rivages.cohort.Problem;
import org.rivages.cohort.Rule;

/**
 * Puts the question of a call to the engine. Candidates are told by the number of their
 * application, organisations by a running number, so that nothing in a problem names anybody. Pure.
 */
final class Problems {
    private Problems() {}

    /**
     * @param absent rules that want somebody in who cannot be chosen any more; they are left out
     */
    record Posed(Problem problem, List<Rule> absent) {}

    /**
     * A rule that names people who cannot be chosen counts for the others alone; keeping those out
     * needs no rule.
     */
    static Posed of(RuleSet set, Collection<Candidate> all, List<Rule> pins) {
        List<Candidate> candidates =
                all.stream().sorted(Comparator.comparing(Candidate::number)).toList();
        Set<String> numbers = new HashSet<>();
        candidates.forEach(candidate -> numbers.add(candidate.number()));
        List<Rule> rules = new ArrayList<>();
        List<Rule> absent = new ArrayList<>();
        for (Rule rule : set.rules()) {
            present(rule, numbers)
                    .ifPresentOrElse(
                            rules::add,
                            () -> {
                                if (rule instanceof Rule.Include) {
                                    absent.add(rule);
                                }
                            });
        }
        rules.addAll(pins);
        List<String> attributes = List.copyOf(set.attributes());
        return new Posed(
                new Problem(
                        set.places(),
                        set.mode(),
                        set.seed(),
                        set.aims(),
                        rules,
                        attributes,
                        people(candidates, attributes)),
                absent);
    }

    private static Optional<Rule> present(Rule rule, Set<String> numbers) {
        return switch (rule) {
            case Rule.Include include ->
                    Optional.of(rule).filter(_ -> numbers.contains(include.candidate()));
            case Rule.Exclude exclude ->
                    Optional.of(rule).filter(_ -> numbers.contains(exclude.candidate()));
            case Rule.MutuallyExclusive several -> {
                List<String> here =
                        several.candidates().stream().filter(numbers::contains).toList();
                yield here.size() < 2
                        ? Optional.empty()
                        : Optional.of(new Rule.MutuallyExclusive(several.id(), here));
            }
            case Rule.Quota _, Rule.GroupCap _, Rule.ScoreThreshold _ -> Optional.of(rule);
        };
    }

    private static List<org.rivages.cohort.Candidate> people(
            List<Candidate> candidates, List<String> attributes) {
        Map<String, String> groups = new HashMap<>();
        List<org.rivages.cohort.Candidate> people = new ArrayList<>();
        for (Candidate one : candidates) {
            String group =
                    one.group().isEmpty()
                            ? ""
                            : groups.computeIfAbsent(one.group(), _ -> "g" + (groups.size() + 1));
            people.add(
                    new org.rivages.cohort.Candidate(
                            one.number(),
                            one.score(),
                            group,
                            attributes.stream().map(one::value).toList()));
        }
        return people;
    }

    static long score(Problem problem, Collection<String> cohort) {
        Set<String> ids = Set.copyOf(cohort);
        return problem.candidates().stream()
                .filter(one -> ids.contains(one.id()))
                .mapToLong(org.rivages.cohort.Candidate::score)
                .sum();
    }
}
