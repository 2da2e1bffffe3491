package org.rivages.programmes;

import java.util.UUID;

public record EditionId(UUID value) {}
