package org.rivages.calls;

import java.util.Comparator;
import java.util.List;
import org.rivages.access.Viewer;
import org.springframework.stereotype.Component;

/** All stations, in their order: what {@code calls/steps.jte} takes. */
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
}
