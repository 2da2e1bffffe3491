package org.rivages.selection;

import org.rivages.applications.ApplicationId;

/**
 * Somebody in a released decision.
 *
 * @param rank from 1: among the selected by score, on the reserve as the committee ordered it
 * @param score thousandths of a point
 */
public record Chosen(ApplicationId application, int rank, int score) {}
