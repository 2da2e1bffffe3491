package org.rivages.applications;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rivages.calls.CallId;

/**
 * An application as a reviewer reads it: never a sealed answer; in a blind reading nothing that the
 * form hides then, and nobody's name.
 *
 * @param who null in a blind reading
 * @param documents those of the sections again, in one list
 */
public record ReviewView(
        ApplicationId id,
        CallId call,
        String number,
        @Nullable ApplicationSummary who,
        List<AnsweredSection> sections,
        List<DocumentView> documents) {}
