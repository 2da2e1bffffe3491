/**
 * The library: practices, lessons, benchmarks and studies that other cities can reuse. Promises
 * that results never stand without their source, that nothing is public before the secretariat has
 * reviewed it, and that every step on that way is kept. Others come in by {@link
 * org.rivages.library.Library}.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "access",
            "site",
            "audit",
            "search",
            "follow",
            "directory",
            "programmes"
        })
package org.rivages.library;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
