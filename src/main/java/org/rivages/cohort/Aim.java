package org.rivages.cohort;

/** What is made as large as possible. Aims stand in order: a later one never costs an earlier. */
public sealed interface Aim {
    /** The total score, in thousandths. */
    record Score() implements Aim {}

    /** How many values of the attribute are present; an empty value counts for none. */
    record Distinct(String attribute) implements Aim {}

    /**
     * The smallest count over the values of the attribute that occur among the candidates; 0 where
     * no value occurs.
     */
    record Worst(String attribute) implements Aim {}

    /** As it stands in {@code rules.json}: {@code score}, {@code distinct:…}, {@code worst:…}. */
    default String code() {
        return switch (this) {
            case Score _ -> "score";
            case Distinct distinct -> "distinct:" + distinct.attribute();
            case Worst worst -> "worst:" + worst.attribute();
        };
    }
}
