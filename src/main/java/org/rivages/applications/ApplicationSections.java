package org.rivages.applications;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.rivages.access.Role;
import org.rivages.calls.CallStep;
import org.rivages.calls.CallView;
import org.rivages.calls.Calls;
import org.rivages.site.DeskEntry;
import org.rivages.site.Fragment;
import org.rivages.site.MySection;
import org.rivages.site.Section;
import org.rivages.site.TodaySection;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What applications add to the pages of others: a person's own space, the desk. */
@Configuration(proxyBeanMethods = false)
class ApplicationSections {
    private static final int ORDER = 10;
    private static final int DESK_ORDER = 32;

    private final Calls calls;
    private final ApplicationStore store;
    private final OwnPages own;

    ApplicationSections(Calls calls, ApplicationStore store, OwnPages own) {
        this.calls = calls;
        this.store = store;
        this.own = own;
    }

    @Bean
    DeskEntry applicationsDeskEntry() {
        return new DeskEntry(
                "/desk/applications",
                "applications.desk.title",
                DESK_ORDER,
                Set.of(Role.SECRETARIAT, Role.PROGRAMME_MANAGER));
    }

    @Bean
    CallStep applicationsStep() {
        return new CallStep(
                "/applications",
                "applications.desk.title",
                5,
                Set.of(Role.SECRETARIAT, Role.PROGRAMME_MANAGER));
    }

    @Bean
    MySection myApplications() {
        return page -> {
            List<OwnView> views = new ArrayList<>();
            for (Application application : store.of(page.viewer().person())) {
                calls.call(application.call())
                        .filter(CallView::published)
                        .ifPresent(call -> views.add(own.view(page, call, application)));
            }
            return views.isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            new Section(
                                    "applications",
                                    "applications.mine",
                                    ORDER,
                                    new Fragment(
                                            "org/rivages/applications/mine",
                                            Map.of("views", views))));
        };
    }

    /** Calls with applications that nobody has looked at. */
    @Bean
    TodaySection applicationsToday() {
        return page -> {
            List<CountedCall> waiting =
                    calls.all().stream()
                            .filter(call -> Calls.manages(page.viewer(), call))
                            .map(call ->
                                    new CountedCall(call, DeskPages.counts(store.lines(call.id()))))
                            .filter(one ->
                                    one.of(ApplicationState.SUBMITTED)
                                                    + one.of(ApplicationState.PIECES_REQUESTED)
                                            > 0)
                            .toList();
            return waiting.isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            new Section(
                                    "applications",
                                    "applications.today",
                                    ORDER,
                                    new Fragment(
                                            "org/rivages/applications/today",
                                            Map.of("calls", waiting))));
        };
    }
}
