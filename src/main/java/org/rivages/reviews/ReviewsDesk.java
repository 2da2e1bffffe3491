package org.rivages.reviews;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.rivages.access.Role;
import org.rivages.applications.Applications;
import org.rivages.calls.CallState;
import org.rivages.calls.CallView;
import org.rivages.calls.Calls;
import org.rivages.site.DeskEntry;
import org.rivages.site.Fragment;
import org.rivages.site.Page;
import org.rivages.site.Section;
import org.rivages.site.TodaySection;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/** Where the room stands at the desk: the jurors' entry, and what waits today. */
@Component
public class ReviewsDesk implements TodaySection {
    private final MyPanels mine;
    private final Reviews reviews;
    private final ReviewStore store;
    private final Applications applications;
    private final Calls calls;

    ReviewsDesk(
            MyPanels mine,
            Reviews reviews,
            ReviewStore store,
            Applications applications,
            Calls calls) {
        this.mine = mine;
        this.reviews = reviews;
        this.store = store;
        this.applications = applications;
        this.calls = calls;
    }

    @Bean
    static DeskEntry reviewsEntry() {
        return new DeskEntry("/desk/reviews", "reviews.desk", 40, Set.of(Role.REVIEWER));
    }

    /**
     * @param path without the language
     */
    public record Task(String path, String text) {}

    @Override
    public Optional<Section> section(Page page) {
        List<Task> tasks = new ArrayList<>();
        if (page.viewer().has(Role.REVIEWER)) {
            int missing = mine.missing(page.viewer().person());
            if (missing > 0) {
                tasks.add(new Task("/desk/reviews", page.t("reviews.today.mine", "n", missing)));
            }
        }
        for (CallView call : calls.all()) {
            CallState state = call.state(page.now());
            boolean reading = state == CallState.CLOSED || state == CallState.DECIDING;
            if (reading && ReviewDoor.runs(page, call)) {
                task(page, call).ifPresent(tasks::add);
            }
        }
        return tasks.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Section(
                                "reviews",
                                "reviews.today",
                                40,
                                new Fragment("org/rivages/reviews/today", Map.of("tasks", tasks))));
    }

    private Optional<Task> task(Page page, CallView call) {
        Optional<Panel> panel = reviews.panel(call.id());
        String path = "/desk/calls/" + call.slug() + "/panel";
        List<Review> all = store.ofCall(call.id());
        long missing = all.stream().filter(review -> !review.finished()).count();
        if (panel.isEmpty() || all.isEmpty()) {
            return applications.eligible(call.id()).isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            new Task(
                                    path,
                                    page.t("reviews.today.undealt", "call", page.t(call.title()))));
        }
        return missing == 0
                ? Optional.empty()
                : Optional.of(
                        new Task(
                                path,
                                page.t(
                                        "reviews.today.call",
                                        "call",
                                        page.t(call.title()),
                                        "n",
                                        missing)));
    }
}
