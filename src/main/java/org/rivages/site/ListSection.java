package org.rivages.site;

import java.util.Optional;

/** What a room adds below every list and search. A bean of that room. */
public interface ListSection {
    /**
     * @param list the last part of the list's path: {@code organisations}
     * @param query the criteria, as they stand in the address after the question mark; "" for none
     */
    Optional<Fragment> section(Page page, String list, String query);
}
