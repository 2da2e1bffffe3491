package org.rivages.search;

import java.util.Optional;
import org.springframework.stereotype.Component;

/** Keeps the analysis by the thesaurus of its source, which people edit while all is running. */
@Component
class LiveThesaurus {
    private final Analysis analysis;
    private final Optional<ThesaurusSource> source;
    private long known;

    LiveThesaurus(Analysis analysis, Optional<ThesaurusSource> source) {
        this.analysis = analysis;
        this.source = source;
    }

    /**
     * The number of the thesaurus by which texts are analysed from now on; 0 for the shipped one.
     */
    synchronized long follow() {
        source.ifPresent(there -> {
            long number = there.number();
            if (number != known) {
                analysis.use(there.now());
                known = number;
            }
        });
        return known;
    }
}
