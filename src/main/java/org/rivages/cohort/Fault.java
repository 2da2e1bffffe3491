package org.rivages.cohort;

/**
 * Why something is no problem that could be solved.
 *
 * @param subject the id, attribute or number that is meant
 */
public record Fault(Code code, String subject) {
    public enum Code {
        NEGATIVE_PLACES,
        DUPLICATE_CANDIDATE,
        DUPLICATE_RULE,
        DUPLICATE_ATTRIBUTE,
        DUPLICATE_AIM,
        /** A candidate has more or fewer values than there are attributes. */
        WRONG_NUMBER_OF_VALUES,
        SCORE_TOO_LARGE,
        UNKNOWN_ATTRIBUTE,
        UNKNOWN_CANDIDATE,
        /** The value of a quota is "", which nobody can be counted for. */
        EMPTY_VALUE,
        NEGATIVE_BOUND,
        MINIMUM_ABOVE_MAXIMUM,
        /** Not between 0 and 100. */
        PERCENT_OUT_OF_RANGE
    }
}
