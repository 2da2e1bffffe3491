/**
 * Reading and scoring applications: panels, conflicts of interest, an even assignment, the score
 * grid, reviews, and how severe each juror is. Promises that a juror sees only what is assigned to
 * them, and that a conflict is never dealt around.
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
            "programmes",
            "calls",
            "applications",
            "cohort"
        })
package org.rivages.reviews;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
