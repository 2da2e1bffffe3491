package org.rivages.reviews;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.rivages.applications.ApplicationId;
import org.rivages.applications.ApplicationSummary;
import org.rivages.applications.Applications;
import org.rivages.calls.CallId;
import org.springframework.stereotype.Component;

/**
 * The front door for questions: how far the reviews of a call are and what they say. What changes a
 * panel is at {@link Panels}, what a juror does at {@link Reviewing}.
 */
@Component
public class Reviews {
    private final PanelStore panels;
    private final ReviewStore reviews;
    private final Applications applications;

    Reviews(PanelStore panels, ReviewStore reviews, Applications applications) {
        this.panels = panels;
        this.reviews = reviews;
        this.applications = applications;
    }

    public Optional<Panel> panel(CallId call) {
        return panels.panel(call);
    }

    /** The score of every eligible application of the call; none is left out. */
    public Map<ApplicationId, ApplicationScore> scores(CallId call) {
        Map<ApplicationId, List<Review>> byApplication = new LinkedHashMap<>();
        reviews.ofCall(call)
                .forEach(review ->
                        byApplication
                                .computeIfAbsent(review.application(), a -> new ArrayList<>())
                                .add(review));
        Optional<Panel> panel = panels.panel(call);
        Map<ApplicationId, ApplicationScore> scores = new LinkedHashMap<>();
        for (ApplicationSummary application : applications.eligible(call)) {
            List<Review> own = byApplication.getOrDefault(application.id(), List.of());
            scores.put(
                    application.id(),
                    panel.map(p -> score(p.grid(), application.id(), own))
                            .orElseGet(() -> new ApplicationScore(application.id(), 0, 0, 0, 0)));
        }
        return scores;
    }

    static ApplicationScore score(ScoreGrid grid, ApplicationId application, List<Review> reviews) {
        List<Review> finished = reviews.stream().filter(Review::finished).toList();
        if (finished.isEmpty()) {
            return new ApplicationScore(application, 0, 0, reviews.size(), 0);
        }
        int[] totals =
                finished.stream()
                        .mapToInt(review -> grid.total(review.scores()))
                        .sorted()
                        .toArray();
        return new ApplicationScore(
                application,
                grid.mean(finished.stream().map(Review::scores).toList()),
                finished.size(),
                reviews.size(),
                totals[totals.length - 1] - totals[0]);
    }

    /** How severe each juror of the call is, where there is something to compare. */
    public Map<UUID, Severity> severities(CallId call) {
        return severities(reviews.ofCall(call));
    }

    static Map<UUID, Severity> severities(List<Review> reviews) {
        List<Severity.Finished> finished = new ArrayList<>();
        for (Review review : reviews) {
            Integer total = review.total();
            if (review.finished() && total != null) {
                finished.add(
                        new Severity.Finished(review.application().value(), review.juror(), total));
            }
        }
        return Severity.of(finished);
    }

    /** Reviews that are assigned and not finished. */
    public int missing(CallId call) {
        return (int) reviews.ofCall(call).stream().filter(review -> !review.finished()).count();
    }
}
