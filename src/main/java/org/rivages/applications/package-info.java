/**
 * Applications to calls: drafts that lose no word, submission decided by the one clock, documents,
 * missing pieces, screening. Promises one application per person and call, and that a sealed answer
 * leaves this room by one named door only ({@link
 * org.rivages.applications.Applications#sealedValues}).
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "access",
            "platform",
            "site",
            "mail",
            "files",
            "audit",
            "search",
            "accounts",
            "directory",
            "calls"
        })
package org.rivages.applications;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
