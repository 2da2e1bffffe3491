package org.rivages.cohort;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Who reads what: each application wants so many reviews, each by another reviewer.
 *
 * @param affinity how well a reviewer fits an application, and whether they may read it at all
 */
public record AssignmentProblem(
        List<Application> applications, List<Reviewer> reviewers, Affinity affinity, Aim aim) {

    /** For {@link Reviewer#most}: as many as there are. */
    public static final int NO_LIMIT = Integer.MAX_VALUE;

    /** An affinity lies between minus and plus this number. */
    public static final int WIDEST = 1_000_000;

    /**
     * @param wanted reviews, the kept ones included
     * @param kept reviewers who have it already and keep it, conflict or not; they count towards
     *     {@code wanted} and towards their load, never towards the affinity
     */
    public record Application(String id, int wanted, Set<String> kept) {
        public Application {
            kept = Set.copyOf(kept);
            if (wanted < 0) {
                throw new IllegalArgumentException("wanted: " + wanted);
            }
        }
    }

    /**
     * @param least load, the kept reviews included
     * @param most load, the kept reviews included, or {@link #NO_LIMIT}
     */
    public record Reviewer(String id, int least, int most) {
        public Reviewer {
            if (least < 0 || most < least) {
                throw new IllegalArgumentException("load: " + least + " to " + most);
            }
        }
    }

    /** Asked once for each pair; must always answer the same. */
    @FunctionalInterface
    public interface Affinity {
        /** The reviewer may not read this application: a conflict, or not their language. */
        int FORBIDDEN = Integer.MIN_VALUE;

        /**
         * @param application its place in {@link #applications}
         * @param reviewer their place in {@link #reviewers}
         * @return {@link #FORBIDDEN}, or at most {@link #WIDEST} in either direction
         */
        int of(int application, int reviewer);
    }

    /** What is made as large as the limits and conflicts allow. */
    public enum Aim {
        /** The sum of the affinities of all new pairs. */
        TOTAL,
        /** The lowest affinity of any new pair; then the sum. */
        WORST_PAIR,
        /**
         * First the sum of the squared loads is made as small as possible, so that nobody has two
         * more than another to whom a chain of exchanges could pass one; then the sum of the
         * affinities as large as that allows.
         */
        EVEN_LOADS
    }

    public AssignmentProblem {
        applications = List.copyOf(applications);
        reviewers = List.copyOf(reviewers);
        Set<String> ids = new HashSet<>();
        for (Application application : applications) {
            if (!ids.add(application.id())) {
                throw new IllegalArgumentException("application twice: " + application.id());
            }
        }
        ids.clear();
        for (Reviewer reviewer : reviewers) {
            if (!ids.add(reviewer.id())) {
                throw new IllegalArgumentException("reviewer twice: " + reviewer.id());
            }
        }
    }
}
