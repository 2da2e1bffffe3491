package org.rivages.calls;

import java.util.Set;
import org.rivages.access.Role;

/**
 * A station on the way of a call from its applications to its certificates; a bean of the room that
 * it leads to. The stations link to each other on every page of the way.
 *
 * @param path after the call's address at the desk: {@code /panel}
 * @param order lower stands first
 * @param roles who may go there
 */
public record CallStep(String path, String titleKey, int order, Set<Role> roles) {}
