/**
 * Maps drawn on the server: places on the outline of the Mediterranean as an SVG of links, in
 * groups that never touch. Knows no capability; a room hands over places and shows {@code
 * maps/map.jte}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "site"})
package org.rivages.maps;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
