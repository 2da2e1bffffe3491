package org.rivages.selection;

import java.util.LinkedHashMap;
import java.util.Map;
import org.rivages.cohort.Problem;
import org.springframework.stereotype.Component;

/**
 * Keeps the last problems that were solved, with all that was asked about them. The same problem
 * has the same answer, so what is kept never grows stale.
 */
@Component
class Engine {
    private static final int KEPT = 16;

    private final Map<Problem, Solved> solved =
            new LinkedHashMap<>(KEPT, 0.75f, true) {
                private static final long serialVersionUID = 1;

                @Override
                protected boolean removeEldestEntry(Map.Entry<Problem, Solved> eldest) {
                    return size() > KEPT;
                }
            };

    Solved solve(Problem problem) {
        synchronized (solved) {
            Solved known = solved.get(problem);
            if (known != null) {
                return known;
            }
        }
        Solved fresh = new Solved(problem);
        synchronized (solved) {
            Solved meanwhile = solved.putIfAbsent(problem, fresh);
            return meanwhile == null ? fresh : meanwhile;
        }
    }
}
