package org.rivages.reviews;

import java.util.Comparator;
import java.util.List;
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

    public List<CallStep> all() {
        return steps;
    }

    @Configuration(proxyBeanMethods = false)
    static class Own {
        @Bean
        CallStep panelStep() {
            return new CallStep("/panel", "reviews.panel.title", 10);
        }

        @Bean
        CallStep compareStep() {
            return new CallStep("/reviews", "reviews.compare.title", 20);
        }
    }
}
