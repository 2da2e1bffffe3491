package org.rivages.reviews;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rivages.applications.ApplicationSummary;

/** One application with all its reviews, to compare. */
public record CompareRow(ApplicationSummary who, ApplicationScore score, List<Given> reviews) {
    /**
     * @param total thousandths of a point, null until finished
     * @param severity of the juror over all their reviews of this call, shown beside the raw score
     */
    public record Given(
            String juror, String state, @Nullable Integer total, @Nullable Severity severity) {}

    /** Reviews of one application lie two points apart or more: worth a talk. */
    public boolean wide() {
        return score.spread() >= 2 * ScoreGrid.POINT;
    }
}
