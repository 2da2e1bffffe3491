package org.rivages.thesaurus;

import org.rivages.search.Thesaurus;
import org.rivages.search.ThesaurusSource;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/** Gives the search what stands at the desk; what comes with the program is only the beginning. */
@Component
class HouseThesaurus implements ThesaurusSource, SmartInitializingSingleton {
    private final ConceptStore store;
    private final Records records;

    HouseThesaurus(ConceptStore store, Records records) {
        this.store = store;
        this.records = records;
    }

    @Override
    public void afterSingletonsInstantiated() {
        records.begin(Thesaurus.shipped());
    }

    @Override
    public long number() {
        return store.number();
    }

    @Override
    public Thesaurus now() {
        return new Thesaurus(
                store.all().stream().filter(kept -> !kept.removed()).map(Kept::concept).toList());
    }
}
