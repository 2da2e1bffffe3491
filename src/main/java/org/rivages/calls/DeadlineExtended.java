package org.rivages.calls;

import java.time.Instant;
import org.rivages.shared.LocalizedText;

/** The deadline of a public call was moved to a later moment. */
public record DeadlineExtended(CallId call, Instant before, Instant after, LocalizedText reason) {}
