package org.rivages.reviews;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.rivages.access.Allow;
import org.rivages.access.Role;
import org.rivages.accounts.Accounts;
import org.rivages.accounts.Person;
import org.rivages.applications.ApplicationId;
import org.rivages.applications.ApplicationSummary;
import org.rivages.applications.Applications;
import org.rivages.calls.CallSteps;
import org.rivages.calls.CallView;
import org.rivages.shared.NotFound;
import org.rivages.site.Page;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/**
 * All reviews side by side: what the secretariat and the committee compare. Jurors do not come
 * here.
 */
@Controller
@Allow(roles = {Role.SECRETARIAT, Role.PROGRAMME_MANAGER, Role.COMMITTEE_CHAIR})
class ComparePages {
    private final ReviewDoor door;
    private final Reviews reviews;
    private final ReviewStore store;
    private final Applications applications;
    private final Accounts accounts;
    private final CallSteps steps;

    ComparePages(
            ReviewDoor door,
            Reviews reviews,
            ReviewStore store,
            Applications applications,
            Accounts accounts,
            CallSteps steps) {
        this.door = door;
        this.reviews = reviews;
        this.store = store;
        this.applications = applications;
        this.accounts = accounts;
        this.steps = steps;
    }

    @GetMapping("/{lang}/desk/calls/{slug}/reviews")
    ModelAndView compare(Page page, @PathVariable String slug) {
        CallView call = door.compare(page, slug);
        List<Review> all = store.ofCall(call.id());
        Map<UUID, Severity> severities = Reviews.severities(all);
        Map<UUID, Person> people =
                accounts.people(all.stream().map(Review::juror).distinct().toList());
        Map<ApplicationId, List<Review>> byApplication =
                all.stream().collect(Collectors.groupingBy(Review::application));
        Map<ApplicationId, ApplicationScore> scores = reviews.scores(call.id());
        List<CompareRow> rows = new ArrayList<>();
        for (ApplicationSummary summary : applications.eligible(call.id())) {
            ApplicationScore score = scores.get(summary.id());
            if (score != null) {
                rows.add(
                        new CompareRow(
                                summary,
                                score,
                                given(
                                        byApplication.getOrDefault(summary.id(), List.of()),
                                        people,
                                        severities)));
            }
        }
        rows.sort(
                Comparator.comparingInt((CompareRow row) -> row.score().total())
                        .reversed()
                        .thenComparing(row -> row.who().number()));
        return page.view(
                "org/rivages/reviews/compare",
                "call",
                call,
                "steps",
                steps.of(page.viewer()),
                "rows",
                rows);
    }

    private static List<CompareRow.Given> given(
            List<Review> own, Map<UUID, Person> people, Map<UUID, Severity> severities) {
        return own.stream()
                .map(review -> {
                    Person juror = people.get(review.juror());
                    return new CompareRow.Given(
                            juror == null ? "" : juror.name(),
                            review.state().code(),
                            review.total(),
                            severities.get(review.juror()));
                })
                .sorted(Comparator.comparing(CompareRow.Given::juror))
                .toList();
    }

    @GetMapping("/{lang}/desk/calls/{slug}/reviews/{id}")
    ModelAndView one(Page page, @PathVariable String slug, @PathVariable UUID id) {
        CallView call = door.compare(page, slug);
        ApplicationSummary summary = application(call, id);
        List<Review> own = store.ofApplication(summary.id());
        Panel panel = reviews.panel(call.id()).orElseThrow(() -> new NotFound("panel"));
        return page.view(
                "org/rivages/reviews/one",
                "call",
                call,
                "steps",
                steps.of(page.viewer()),
                "summary",
                summary,
                "panel",
                panel,
                "score",
                Reviews.score(panel.grid(), summary.id(), own),
                "reviews",
                own,
                "people",
                accounts.people(own.stream().map(Review::juror).toList()),
                "severities",
                reviews.severities(call.id()),
                "application",
                applications.forReview(summary.id(), false, page.words()));
    }

    private ApplicationSummary application(CallView call, UUID id) {
        return applications
                .find(new ApplicationId(id))
                .filter(summary -> summary.call().equals(call.id()) && summary.state().sent())
                .orElseThrow(() -> new NotFound("application " + id));
    }

    @GetMapping("/{lang}/desk/calls/{slug}/reviews/{id}/documents/{file}")
    ResponseEntity<byte[]> document(
            Page page, @PathVariable String slug, @PathVariable UUID id, @PathVariable UUID file) {
        CallView call = door.compare(page, slug);
        return applications.document(application(call, id).id(), file, false);
    }
}
