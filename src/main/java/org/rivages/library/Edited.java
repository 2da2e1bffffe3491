package org.rivages.library;

/** What became of a save at the desk. */
public sealed interface Edited {
    record Saved(EntryId id) implements Edited {}

    /** Another entry has this address. */
    record SlugTaken() implements Edited {}

    /** Somebody else saved since this form was shown. */
    record Stale(int version) implements Edited {}
}
