package org.rivages.thesaurus;

import java.util.UUID;
import org.rivages.search.Thesaurus.Concept;

/**
 * A concept as it stands.
 *
 * @param version counts its states, from 1
 * @param removed the search does not go by it any more
 */
record Kept(UUID id, Concept concept, int version, boolean removed) {}
