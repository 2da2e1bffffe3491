package org.rivages.reviews;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.rivages.access.Role;
import org.rivages.access.Viewer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** All stations, in their order: what {@code reviews/steps.jte} takes. */
@Component
public class CallSteps {
    private final List<CallStep> steps;

    CallSteps(List<CallStep> steps) {
        this.steps = steps.stream().sorted(Comparator.comparingInt(CallStep::order)).toList();
    }

    /** Those that this reader may go to. */
    public List<CallStep> of(Viewer viewer) {
        return steps.stream().filter(step -> step.roles().stream().anyMatch(viewer::has)).toList();
    }

    @Configuration(proxyBeanMethods = false)
    static class Own {
        @Bean
        CallStep panelStep() {
            return new CallStep(
                    "/panel",
                    "reviews.panel.title",
                    10,
                    Set.of(Role.SECRETARIAT, Role.PROGRAMME_MANAGER));
        }

        @Bean
        CallStep compareStep() {
            return new CallStep(
                    "/reviews",
                    "reviews.compare.title",
                    20,
                    Set.of(Role.SECRETARIAT, Role.PROGRAMME_MANAGER, Role.COMMITTEE_CHAIR));
        }
    }
}
