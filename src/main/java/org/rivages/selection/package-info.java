/**
 * Choosing: the selection rule of a call, the board on which the committee picks, scenarios, the
 * decision and its release, the reserve. Promises that counts of a sealed attribute reach one role
 * only, that a release happens once and for everyone, and that the reserve keeps the rules.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "access",
            "platform",
            "site",
            "mail",
            "audit",
            "search",
            "accounts",
            "directory",
            "programmes",
            "calls",
            "applications",
            "reviews",
            "cohort",
            "cohortfiles"
        })
package org.rivages.selection;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
