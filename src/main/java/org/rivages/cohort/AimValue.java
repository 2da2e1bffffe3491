package org.rivages.cohort;

/**
 * @param value thousandths of a point for {@link Aim.Score}, persons or values for the others
 */
public record AimValue(Aim aim, long value) {}
