package org.rivages.follow;

import org.rivages.site.Words;

/**
 * What the values of a criterion are called. A bean in the room that owns the codes; several rooms
 * may know values of the same criterion. Countries, languages and years need none.
 */
public interface CriterionWords {
    /** Whether this room has a word for this value: {@code ("type", "city")}. */
    boolean knows(String criterion, String value);

    /** The word in the language of {@code words}. Asked only for what it knows. */
    String word(String criterion, String value, Words words);
}
