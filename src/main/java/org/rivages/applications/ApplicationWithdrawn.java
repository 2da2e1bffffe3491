package org.rivages.applications;

import org.rivages.calls.CallId;

/** The applicant took the application back. Upper rooms drop it from panels and scenarios. */
public record ApplicationWithdrawn(ApplicationId application, CallId call) {}
