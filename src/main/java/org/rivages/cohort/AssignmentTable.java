package org.rivages.cohort;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What the problem says, as {@link AssignmentChecker} reads it for itself; and its shortages. */
final class AssignmentTable {
    private final AssignmentProblem problem;
    final Map<String, Integer> rows = new HashMap<>();
    final Map<String, Integer> columns = new HashMap<>();

    /** New reviews that each application wants. */
    final int[] wanted;

    /** Reviews that each reviewer keeps. */
    final int[] base;

    AssignmentTable(AssignmentProblem problem) {
        this.problem = problem;
        for (int j = 0; j < problem.reviewers().size(); j++) {
            columns.put(problem.reviewers().get(j).id(), j);
        }
        wanted = new int[problem.applications().size()];
        base = new int[problem.reviewers().size()];
        for (int i = 0; i < wanted.length; i++) {
            var application = problem.applications().get(i);
            rows.put(application.id(), i);
            wanted[i] = Math.max(0, application.wanted() - application.kept().size());
            for (String kept : application.kept()) {
                if (columns.containsKey(kept)) {
                    base[column(kept)]++;
                }
            }
        }
    }

    int column(String reviewer) {
        return Objects.requireNonNull(columns.get(reviewer));
    }

    int least(int j) {
        return Math.max(0, problem.reviewers().get(j).least() - base[j]);
    }

    int most(int j) {
        return Math.max(0, problem.reviewers().get(j).most() - base[j]);
    }

    /** Whether a new pair could be made. */
    boolean allowed(int i, int j) {
        return wanted[i] > 0
                && !problem.applications().get(i).kept().contains(problem.reviewers().get(j).id())
                && affinity(i, j) != AssignmentProblem.Affinity.FORBIDDEN;
    }

    int affinity(int i, int j) {
        return problem.affinity().of(i, j);
    }

    // ---- a shortage

    /** Whether it shows that no assignment has only pairs above this affinity. */
    boolean proves(AssignmentOutcome.Shortage shortage, int above) {
        return switch (shortage) {
            case AssignmentOutcome.TooFewReviewers few -> {
                if (!rows.keySet().containsAll(few.applications())) {
                    yield false;
                }
                long wants = 0;
                int[] pairs = new int[base.length];
                for (String application : few.applications()) {
                    int i = Objects.requireNonNull(rows.get(application));
                    wants += wanted[i];
                    for (int j = 0; j < base.length; j++) {
                        pairs[j] += allowed(i, j) && affinity(i, j) > above ? 1 : 0;
                    }
                }
                long can = 0;
                Set<String> readers = new HashSet<>();
                for (int j = 0; j < base.length; j++) {
                    can += Math.min(pairs[j], most(j));
                    if (pairs[j] > 0) {
                        readers.add(problem.reviewers().get(j).id());
                    }
                }
                yield wants == few.wanted()
                        && can == few.possible()
                        && can < wants
                        && readers.equals(few.reviewers());
            }
            case AssignmentOutcome.TooFewApplications few -> {
                if (!columns.keySet().containsAll(few.reviewers())) {
                    yield false;
                }
                long needs = 0;
                int[] pairs = new int[wanted.length];
                for (String reviewer : few.reviewers()) {
                    int j = column(reviewer);
                    needs += least(j);
                    for (int i = 0; i < wanted.length; i++) {
                        pairs[i] += allowed(i, j) && affinity(i, j) > above ? 1 : 0;
                    }
                }
                long can = 0;
                Set<String> papers = new HashSet<>();
                for (int i = 0; i < wanted.length; i++) {
                    can += Math.min(pairs[i], wanted[i]);
                    if (pairs[i] > 0) {
                        papers.add(problem.applications().get(i).id());
                    }
                }
                yield needs == few.wanted()
                        && can == few.possible()
                        && can < needs
                        && papers.equals(few.applications());
            }
        };
    }
}
