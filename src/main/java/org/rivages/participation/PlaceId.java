package org.rivages.participation;

import java.util.UUID;

/** A place in a class. */
public record PlaceId(UUID value) {}
