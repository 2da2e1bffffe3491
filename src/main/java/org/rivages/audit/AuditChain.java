package org.rivages.audit;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Seals what was committed, and finds the first place where what was sealed is no longer so. */
@Component
class AuditChain {
    /** What the whole chain says of itself. */
    sealed interface State {
        /**
         * @param head the hash to write down elsewhere: it stands for everything before it
         */
        record Whole(long positions, String head, long waiting) implements State {}

        record Broken(long position, Why why) implements State {}
    }

    enum Why {
        /** The number of a position is missing: a seal was taken away. */
        GAP,
        /** The entry is not there any more. */
        ENTRY_GONE,
        /** The entry, or its place, is not what was sealed. */
        CHANGED
    }

    private final AuditStore store;

    AuditChain(AuditStore store) {
        this.store = store;
    }

    /** Seals the next entries; how many. Run again until 0. */
    @Transactional
    public int seal() {
        if (!store.lock()) {
            return 0;
        }
        AuditStore.Head head = store.head();
        long position = head.position();
        String hash = head.hash();
        int sealed = 0;
        for (AuditStore.Unsealed entry : store.unsealed()) {
            position++;
            hash = Sealing.hash(hash, position, entry.canonical());
            store.seal(position, entry.entry(), hash);
            sealed++;
        }
        return sealed;
    }

    /** Computes everything anew. */
    State verify() {
        Walk walk = new Walk();
        store.each(walk::step);
        State.Broken broken = walk.broken;
        return broken != null ? broken : new State.Whole(walk.position, walk.hash, store.waiting());
    }

    private static final class Walk {
        private long position;
        private String hash = Sealing.FIRST;
        private State.@Nullable Broken broken;

        void step(AuditStore.Link link) {
            if (broken != null) {
                return;
            }
            position++;
            if (link.position() != position) {
                broken = new State.Broken(position, Why.GAP);
            } else if (link.canonical() == null) {
                broken = new State.Broken(position, Why.ENTRY_GONE);
            } else {
                hash = Sealing.hash(hash, position, link.canonical());
                if (!hash.equals(link.hash())) {
                    broken = new State.Broken(position, Why.CHANGED);
                }
            }
        }
    }
}
