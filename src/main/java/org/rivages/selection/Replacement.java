package org.rivages.selection;

import org.rivages.applications.ApplicationId;
import org.rivages.shared.LocalizedText;

/** Who comes next from the reserve when a place is free again. */
public sealed interface Replacement {
    /** Why this one, or why nobody: a sentence that gives no sealed answer away. */
    LocalizedText reason();

    /**
     * The best on the reserve with whom the rules are kept.
     *
     * @param rank on the reserve, from 1
     */
    record Found(ApplicationId application, int rank, LocalizedText reason)
            implements Replacement {}

    record None(LocalizedText reason) implements Replacement {}
}
