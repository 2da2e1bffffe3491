package org.rivages.programmes;

import java.util.UUID;

public record SessionId(UUID value) {}
