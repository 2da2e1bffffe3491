package org.rivages.calls;

/** A call became public. */
public record CallAnnounced(CallId call) {}
