/**
 * Who asks, and what they may: the roles, the viewer of a page, and the mark that every handler
 * bears. Knows no capability; {@code accounts} says who the viewer is.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared"})
package org.rivages.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
