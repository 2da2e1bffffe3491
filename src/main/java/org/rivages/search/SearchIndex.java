package org.rivages.search;

import java.time.Instant;

/**
 * One search over all records that the rooms offer. Start at {@link #search}. What the reader may
 * not see does not exist for the answer: not in hits, counts, order or spelling.
 *
 * <p>A change is found well under a second after its commit, not at once.
 */
public interface SearchIndex {
    SearchResult search(SearchQuery query, Reader reader);

    /** When the youngest change that this index knows was made; for conditional requests. */
    Instant changedAt();
}
