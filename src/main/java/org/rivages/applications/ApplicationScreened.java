package org.rivages.applications;

import org.rivages.calls.CallId;

/**
 * The secretariat found the application eligible, or not. May happen again with another finding.
 */
public record ApplicationScreened(ApplicationId application, CallId call, boolean eligible) {}
