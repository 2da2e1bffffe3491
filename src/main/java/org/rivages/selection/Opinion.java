package org.rivages.selection;

import java.time.Instant;
import java.util.UUID;

/**
 * Somebody of the committee would have decided otherwise, and says why. It stays with the decision.
 *
 * @param author who is not of that opinion
 */
public record Opinion(UUID id, String author, String text, Instant at) {}
