package org.rivages.subscriptions;

import java.util.Set;
import org.rivages.search.SearchDocument;

/** What a digest tells of one record. */
sealed interface News {
    SearchDocument record();

    /** It did not match before, or was not there for this reader. */
    record Fresh(SearchDocument record) implements News {}

    /** It stands otherwise than when the reader was told last. */
    record Changed(SearchDocument record, Set<Part> parts) implements News {}

    /** What of a record can change, as a digest says it. The order is that of the stored hashes. */
    enum Part {
        TITLE,
        DATE,
        PLACE,
        STATUS,
        TEXT,
        CRITERIA,
        DETAILS,
        /** The room's own words for the last change. */
        SAID
    }
}
