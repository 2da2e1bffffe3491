package org.rivages.demo;

import java.util.Comparator;
import java.util.List;
import org.rivages.platform.Readiness;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Runs the steps when the program was started with {@code demo}. */
@Component
@ConditionalOnProperty(name = "rivages.demo", havingValue = "true")
class Demonstration implements ApplicationRunner {
    private static final Logger log = LoggerFactory.getLogger(Demonstration.class);
    private static final String PART = "demonstration data";

    private final List<DemoStep> steps;
    private final Readiness readiness;

    Demonstration(List<DemoStep> steps, Readiness readiness) {
        this.steps = steps.stream().sorted(Comparator.comparingInt(DemoStep::order)).toList();
        this.readiness = readiness;
        readiness.expect(PART);
    }

    @Override
    public void run(ApplicationArguments args) {
        for (DemoStep step : steps) {
            step.load();
        }
        log.info("the demonstration network is loaded");
        readiness.done(PART);
    }
}
