package org.rivages.applications;

import java.util.Map;
import org.rivages.site.Form.Problem;

/** What became of a save. */
sealed interface Saving {
    /**
     * Everything typed is stored, right or wrong.
     *
     * @param uploads field → why its file was not taken
     */
    record Saved(Application application, Map<String, Problem> uploads) implements Saving {}

    /**
     * Another window wrote something else into the same fields; both texts are kept.
     *
     * @param waiting the save that waits for a choice
     */
    record Clash(Application application, long waiting) implements Saving {}

    /** Nothing was begun before, and the call takes no applications now. */
    record NotOpen() implements Saving {}

    /** Decided or withdrawn: the text can no longer change. */
    record Shut(Application application) implements Saving {}
}
