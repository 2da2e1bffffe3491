package org.rivages.accounts;

import java.util.UUID;
import org.rivages.shared.Language;

/** Somebody whom the network can write to. */
public record Person(UUID id, String email, String name, Language language) {}
