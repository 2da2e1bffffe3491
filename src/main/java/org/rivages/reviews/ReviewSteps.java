package org.rivages.reviews;

import java.util.Set;
import org.rivages.access.Role;
import org.rivages.calls.CallStep;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The stations of a call in this room: its panel, and the reviews compared. */
@Configuration(proxyBeanMethods = false)
class ReviewSteps {
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
