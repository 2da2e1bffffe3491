package org.rivages.cohort;

/** What {@link CertificateChecker} found. */
public sealed interface Verdict {
    record Holds() implements Verdict {}

    /**
     * @param detail ids or numbers that say where; for the person who looks into it, not a sentence
     */
    record Refused(Reason reason, String detail) implements Verdict {}

    enum Reason {
        /** An interrupted outcome claims nothing that could be checked. */
        NOTHING_CLAIMED,
        UNKNOWN_CANDIDATE,
        /** Ids are not ascending or stand twice. */
        COHORT_NOT_IN_ORDER,
        WRONG_NUMBER_OF_PLACES,
        RULE_BROKEN,
        /** A value of an aim is not what the cohort reaches. */
        WRONG_VALUE,
        UNKNOWN_RULE,
        /** A witness or a repaired cohort breaks what it should keep. */
        WITNESS_FAILS,
        WRONG_REPAIR,
        /** A proof is missing, left over, or breaks off. */
        PROOF_INCOMPLETE,
        /** A proof names a row, candidate or bound that is not there. */
        PROOF_MALFORMED,
        /** A case is not closed by its multipliers. */
        PROOF_FAILS
    }
}
