package org.rivages.applications;

import org.rivages.calls.CallId;

/**
 * A person sent their application, or a newer version of it.
 *
 * @param version counts what was sent: 1 the first time
 */
public record ApplicationSubmitted(ApplicationId application, CallId call, int version) {}
