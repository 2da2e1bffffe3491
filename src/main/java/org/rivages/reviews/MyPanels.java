package org.rivages.reviews;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.rivages.applications.ApplicationId;
import org.rivages.applications.ApplicationSummary;
import org.rivages.applications.Applications;
import org.rivages.calls.CallId;
import org.rivages.calls.CallView;
import org.rivages.calls.Calls;
import org.rivages.site.Words;
import org.springframework.stereotype.Component;

/** What is assigned to a juror, call by call: three queries and three more for each call. */
@Component
class MyPanels {
    private final ReviewStore reviews;
    private final PanelStore panels;
    private final Applications applications;
    private final Calls calls;

    MyPanels(ReviewStore reviews, PanelStore panels, Applications applications, Calls calls) {
        this.reviews = reviews;
        this.panels = panels;
        this.applications = applications;
        this.calls = calls;
    }

    List<MyPanel> of(UUID juror, Words words) {
        Map<CallId, List<Review>> byCall = new LinkedHashMap<>();
        reviews.ofJuror(juror)
                .forEach(review ->
                        byCall.computeIfAbsent(review.call(), c -> new ArrayList<>()).add(review));
        Map<CallId, Panel> all = panels.panels(byCall.keySet());
        List<MyPanel> mine = new ArrayList<>();
        byCall.forEach((id, own) -> {
            CallView call = calls.call(id).orElseThrow();
            Panel panel = all.get(id);
            if (panel != null) {
                mine.add(new MyPanel(call, panel, lines(call, panel, own, words)));
            }
        });
        return mine;
    }

    private List<MyReview> lines(CallView call, Panel panel, List<Review> own, Words words) {
        Map<ApplicationId, ApplicationSummary> summaries =
                applications.submitted(call.id()).stream()
                        .collect(Collectors.toMap(ApplicationSummary::id, Function.identity()));
        List<MyReview> lines = new ArrayList<>();
        for (Review review : own) {
            ApplicationSummary summary = summaries.get(review.application());
            Integer total = review.total();
            if (summary != null) {
                lines.add(
                        new MyReview(
                                review,
                                summary.number(),
                                panel.blind() ? null : summary.name(),
                                panel.blind() ? "" : summary.organisation(),
                                total == null ? "" : Points.of(total, words),
                                call));
            }
        }
        lines.sort(
                java.util.Comparator.comparing((MyReview line) -> line.review().finished())
                        .thenComparing(MyReview::number));
        return lines;
    }

    /** Another review of the same call that this juror has not finished. */
    Optional<UUID> next(UUID juror, Review after) {
        return reviews.ofJuror(juror).stream()
                .filter(review ->
                        review.call().equals(after.call())
                                && !review.finished()
                                && !review.id().equals(after.id()))
                .map(Review::id)
                .findFirst();
    }

    /** How many this juror still has to finish. */
    int missing(UUID juror) {
        return (int) reviews.ofJuror(juror).stream().filter(review -> !review.finished()).count();
    }
}
