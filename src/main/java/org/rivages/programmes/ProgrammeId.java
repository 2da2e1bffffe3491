package org.rivages.programmes;

import java.util.UUID;

public record ProgrammeId(UUID value) {}
