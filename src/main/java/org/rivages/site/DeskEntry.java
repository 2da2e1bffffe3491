package org.rivages.site;

import java.util.Set;
import org.rivages.access.Role;
import org.rivages.access.Viewer;

/**
 * A line in the menu of the desk; a bean of the room that it leads to.
 *
 * @param path without the language: {@code /desk/calls}
 * @param titleKey the word
 * @param order lower stands higher
 * @param roles who sees it
 */
public record DeskEntry(String path, String titleKey, int order, Set<Role> roles) {
    public boolean isFor(Viewer viewer) {
        return roles.stream().anyMatch(viewer::has);
    }
}
