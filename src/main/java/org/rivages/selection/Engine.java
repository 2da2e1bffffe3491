package org.rivages.selection;

import java.util.LinkedHashMap;
import java.util.Map;
import org.rivages.cohort.Mode;
import org.rivages.cohort.Problem;
import org.springframework.stereotype.Component;

/**
 * Answers problems, and keeps the last ones with all that was asked about them. The same problem
 * has the same answer, so what is kept never grows stale.
 */
@Component
class Engine {
    private static final int KEPT = 16;

    private final Map<Problem, Answer> answers =
            new LinkedHashMap<>(KEPT, 0.75f, true) {
                private static final long serialVersionUID = 1;

                @Override
                protected boolean removeEldestEntry(Map.Entry<Problem, Answer> eldest) {
                    return size() > KEPT;
                }
            };

    /**
     * By merit, whatever the mode: the same for all who ask what a rule costs or whether it can be
     * kept.
     */
    Solved solve(Problem problem) {
        return (Solved) answer(problem.withMode(Mode.MERIT));
    }

    /** As the mode of the problem wants it. */
    Answer answer(Problem problem) {
        synchronized (answers) {
            Answer known = answers.get(problem);
            if (known != null) {
                return known;
            }
        }
        Answer fresh = problem.mode() == Mode.MERIT ? new Solved(problem) : new Draw(problem);
        synchronized (answers) {
            Answer meanwhile = answers.putIfAbsent(problem, fresh);
            return meanwhile == null ? fresh : meanwhile;
        }
    }
}
