package org.rivages.selection;

import org.rivages.applications.ApplicationSummary;

/**
 * One letter of the decision, ready to read.
 *
 * @param rank on the reserve, 0 elsewhere
 */
public record DecisionLetter(
        ApplicationSummary to, Outcome outcome, int rank, String subject, String body) {}
