package org.rivages.library;

/** What became of a step on the way to the public. */
public sealed interface Stepped {
    record Taken() implements Stepped {}

    /** It stood there already: a second click. */
    record Already() implements Stepped {}

    /** It cannot be taken from where the entry stands now. */
    record NotFromHere(EntryState now) implements Stepped {}

    /** Only a title; nothing to read yet. */
    record NothingWritten() implements Stepped {}
}
