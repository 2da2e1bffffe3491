package org.rivages.directory;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rivages.shared.FuzzyDate;

/** The organisation that holds this is {@code kind} the other: founded by it, part of it. */
public record Relation(
        UUID id,
        RelationKind kind,
        OrganisationId other,
        @Nullable FuzzyDate since,
        @Nullable FuzzyDate until) {}
