package org.rivages.search;

/**
 * Where the thesaurus comes from that the search goes by: a bean of the room that keeps it. Without
 * one, the search goes by {@link Thesaurus#shipped}.
 */
public interface ThesaurusSource {
    /**
     * Grows with every change that was committed; asked some times a second. Another number than
     * that of the index means that the index is built anew.
     */
    long number();

    /** The thesaurus as it stands, not older than {@link #number} said before. */
    Thesaurus now();
}
