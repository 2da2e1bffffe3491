package org.rivages.reviews;

import java.util.List;
import org.rivages.accounts.Person;
import org.rivages.applications.ApplicationSummary;
import org.rivages.calls.CallView;

/**
 * A panel as the secretariat sees it.
 *
 * @param available reviewers of the programme who do not sit on it yet
 * @param begun a review has begun, so the grid is fixed
 * @param uneven the loads of two jurors differ by more than one
 */
public record PanelView(
        CallView call,
        Panel panel,
        List<PanelJuror> jurors,
        List<Person> available,
        List<ConflictLine> conflicts,
        int applications,
        int assigned,
        int finished,
        int undealt,
        boolean begun,
        boolean uneven) {

    public record ConflictLine(
            Person juror, ApplicationSummary application, List<String> kinds, boolean declared) {}
}
