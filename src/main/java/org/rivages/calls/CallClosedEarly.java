package org.rivages.calls;

import java.time.Instant;
import org.rivages.shared.LocalizedText;

/** An open call was closed before its deadline, with a reason that everybody can read. */
public record CallClosedEarly(CallId call, Instant before, Instant closed, LocalizedText reason) {}
