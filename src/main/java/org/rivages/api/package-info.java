/**
 * What everybody may read, as data for programs: {@code /api/v1}, described by {@code openapi.json}
 * and for people by {@code docs/api.md}. Answers as to a visitor, whoever asks. Nothing is written
 * here.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "access",
            "site",
            "search",
            "follow",
            "directory",
            "programmes",
            "calls",
            "library"
        })
package org.rivages.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
