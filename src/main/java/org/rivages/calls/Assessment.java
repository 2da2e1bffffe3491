package org.rivages.calls;

/**
 * What one criterion says of one set of answers.
 *
 * @param answered false while the question behind it has no answer yet: {@link Outcome#NOT_MET}
 *     then means "not yet"
 */
public record Assessment(Criterion criterion, Outcome outcome, boolean answered, Reason reason) {}
