package org.rivages.cohortfiles;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.rivages.cohort.BadProblem;
import org.rivages.cohort.Fault;
import org.rivages.cohort.Problem;

/** Reads the two files of a problem together. Needs no solver. */
public final class ProblemFiles {
    static final int LARGEST_RULES = 20_000_000;

    private ProblemFiles() {}

    /**
     * @param candidates {@code people.csv}
     * @param rules {@code rules.json}
     * @throws BadInput with everything that is wrong, by line and column
     */
    public static Problem read(Path candidates, Path rules) throws IOException, BadInput {
        String name = rules.toString();
        if (Files.size(rules) > LARGEST_RULES) {
            throw new BadInput(
                    InputFault.of(
                            Place.whole(name),
                            "cohortfiles.large",
                            "n",
                            LARGEST_RULES / 1_000_000));
        }
        byte[] bytes;
        try (InputStream in = Files.newInputStream(rules)) {
            bytes = in.readNBytes(LARGEST_RULES);
        }
        RulesText text = RulesReader.read(name, bytes);
        return joined(text, PeopleReader.read(candidates.toString(), candidates, text));
    }

    private static Problem joined(RulesText rules, PeopleReader.People people) throws BadInput {
        try {
            return new Problem(
                    rules.seats(),
                    rules.mode(),
                    rules.seed(),
                    rules.aims(),
                    rules.rules(),
                    people.attributes(),
                    people.candidates());
        } catch (BadProblem e) {
            List<InputFault> faults = new ArrayList<>();
            e.faults().forEach(fault -> faults.add(told(rules, fault)));
            throw new BadInput(faults);
        }
    }

    private static InputFault told(RulesText rules, Fault fault) {
        String kind =
                switch (fault.code()) {
                    case UNKNOWN_ATTRIBUTE, DUPLICATE_ATTRIBUTE -> "attribute:";
                    case UNKNOWN_CANDIDATE -> "candidate:";
                    case DUPLICATE_AIM -> "aim:";
                    default -> "rule:";
                };
        Place place =
                rules.places().getOrDefault(kind + fault.subject(), Place.whole(rules.file()));
        return switch (fault.code()) {
            case UNKNOWN_ATTRIBUTE ->
                    InputFault.of(place, "cohortfiles.rules.no-attribute", "name", fault.subject());
            case UNKNOWN_CANDIDATE ->
                    InputFault.of(place, "cohortfiles.rules.no-candidate", "id", fault.subject());
            default ->
                    InputFault.of(
                            place,
                            "cohortfiles.fault",
                            "code",
                            fault.code().name(),
                            "subject",
                            fault.subject());
        };
    }
}
