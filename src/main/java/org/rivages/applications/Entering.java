package org.rivages.applications;

import java.util.Map;
import org.rivages.site.Form.Problem;

/** What became of an application entered for somebody. */
public sealed interface Entering {
    record Entered(ApplicationId id, String number) implements Entering {}

    /** This person has one already; nothing was changed. */
    record AlreadyThere(ApplicationId id) implements Entering {}

    /**
     * Answers or files are wrong (missing ones are not): nothing was stored.
     *
     * @param problems question → what is wrong
     */
    record Refused(Map<String, Problem> problems) implements Entering {}
}
