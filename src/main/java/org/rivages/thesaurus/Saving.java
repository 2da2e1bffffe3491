package org.rivages.thesaurus;

/** What came of an attempt to change a concept. */
sealed interface Saving {
    /** It stands as asked, by this attempt or already before. */
    record Saved(String code) implements Saving {}

    record CodeTaken() implements Saving {}

    /** There are as many concepts as the search takes. */
    record Full() implements Saving {}

    /** Somebody else changed it meanwhile. */
    record Overtaken(Kept now) implements Saving {}
}
