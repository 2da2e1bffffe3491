package org.rivages.selection;

import java.util.List;
import org.rivages.applications.ApplicationId;
import org.rivages.calls.CallId;

/** The decision of a call was released to everybody, once. The reserve stands in its order. */
public record DecisionsReleased(
        CallId call,
        List<ApplicationId> selected,
        List<ApplicationId> reserve,
        List<ApplicationId> refused) {}
