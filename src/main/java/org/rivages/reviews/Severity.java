package org.rivages.reviews;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * How severe a juror is: over the applications that they finished together with somebody else, the
 * mean of their total less the mean of the others' totals there. Negative is severe. Shown beside
 * scores; no score is ever changed by it.
 *
 * @param difference thousandths of a point
 * @param shared on how many applications it rests
 */
public record Severity(int difference, int shared) {
    /**
     * @param total of one finished review
     */
    record Finished(UUID application, UUID juror, int total) {}

    static Map<UUID, Severity> of(Collection<Finished> reviews) {
        Map<UUID, List<Finished>> byApplication = new HashMap<>();
        for (Finished review : reviews) {
            byApplication
                    .computeIfAbsent(review.application(), a -> new java.util.ArrayList<>())
                    .add(review);
        }
        Map<UUID, double[]> sums = new HashMap<>();
        for (List<Finished> together : byApplication.values()) {
            if (together.size() < 2) {
                continue;
            }
            long all = together.stream().mapToLong(Finished::total).sum();
            for (Finished review : together) {
                double others = (double) (all - review.total()) / (together.size() - 1);
                double[] sum = sums.computeIfAbsent(review.juror(), j -> new double[2]);
                sum[0] += review.total() - others;
                sum[1]++;
            }
        }
        Map<UUID, Severity> severities = new HashMap<>();
        sums.forEach((juror, sum) ->
                severities.put(
                        juror, new Severity((int) Math.round(sum[0] / sum[1]), (int) sum[1])));
        return severities;
    }
}
