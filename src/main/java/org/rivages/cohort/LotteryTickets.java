package org.rivages.cohort;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Spreads tickets over cohorts, exactly: elimination in whole numbers, without rounding. */
final class LotteryTickets {
    private LotteryTickets() {}

    /**
     * @param counts for each cohort how many of every class
     * @return tickets for each cohort, without a common divisor; null where these cohorts cannot
     *     give these chances
     */
    static @Nullable List<BigInteger> spread(
            List<int[]> counts, Fraction[] chances, LotteryOrbits orbits) {
        int unknowns = counts.size();
        BigInteger[][] rows = new BigInteger[chances.length + 1][unknowns + 1];
        for (int o = 0; o < chances.length; o++) {
            BigInteger under = chances[o].under();
            for (int c = 0; c < unknowns; c++) {
                rows[o][c] = BigInteger.valueOf(counts.get(c)[o]).multiply(under);
            }
            rows[o][unknowns] = BigInteger.valueOf(orbits.size(o)).multiply(chances[o].over());
        }
        java.util.Arrays.fill(rows[chances.length], BigInteger.ONE);
        int[] rowOf = eliminate(rows, unknowns);
        return rowOf == null ? null : solved(rows, rowOf, unknowns);
    }

    /** Gauss and Jordan without fractions; null where the equations contradict each other. */
    private static int @Nullable [] eliminate(BigInteger[][] rows, int unknowns) {
        int[] rowOf = new int[unknowns];
        int next = 0;
        BigInteger last = BigInteger.ONE;
        for (int c = 0; c < unknowns; c++) {
            int pivot = next;
            while (pivot < rows.length && rows[pivot][c].signum() == 0) {
                pivot++;
            }
            if (pivot == rows.length) {
                return null;
            }
            BigInteger[] row = rows[pivot];
            rows[pivot] = rows[next];
            rows[next] = row;
            for (int r = 0; r < rows.length; r++) {
                if (r != next) {
                    reduce(rows[r], row, c, last);
                }
            }
            last = row[c];
            rowOf[c] = next++;
        }
        for (int r = next; r < rows.length; r++) {
            if (rows[r][unknowns].signum() != 0) {
                return null;
            }
        }
        return rowOf;
    }

    /** Bareiss: what stands here is a determinant, so the division leaves no rest. */
    private static void reduce(BigInteger[] target, BigInteger[] row, int c, BigInteger last) {
        BigInteger factor = target[c];
        for (int k = 0; k < target.length; k++) {
            target[k] = target[k].multiply(row[c]).subtract(row[k].multiply(factor)).divide(last);
        }
    }

    private static @Nullable List<BigInteger> solved(
            BigInteger[][] rows, int[] rowOf, int unknowns) {
        Fraction[] shares = new Fraction[unknowns];
        BigInteger under = BigInteger.ONE;
        for (int c = 0; c < unknowns; c++) {
            BigInteger[] row = rows[rowOf[c]];
            shares[c] = Fraction.of(row[unknowns], row[c]);
            if (shares[c].signum() < 0) {
                return null;
            }
            under = under.multiply(shares[c].under()).divide(under.gcd(shares[c].under()));
        }
        List<BigInteger> tickets = new ArrayList<>();
        for (Fraction share : shares) {
            tickets.add(share.over().multiply(under.divide(share.under())));
        }
        return tickets;
    }
}
