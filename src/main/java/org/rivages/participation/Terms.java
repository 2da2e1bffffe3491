package org.rivages.participation;

/**
 * How a call's places are offered and its certificates earned.
 *
 * @param offerDays days to answer an offer
 * @param automatic the next on the reserve gets an offer at once, without the desk
 * @param leastPercent share of half-days that earns a certificate
 */
public record Terms(int offerDays, boolean automatic, int leastPercent) {
    public static final Terms USUAL = new Terms(7, false, 80);

    /** Exact: 4 of 5 is 80 %, 79.99 % is not. Without half-days nothing is earned. */
    boolean earned(int attended, int total) {
        return total > 0 && attended * 100L >= (long) leastPercent * total;
    }
}
