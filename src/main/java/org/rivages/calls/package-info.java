/**
 * Calls for applications: what is asked of applicants (form and eligibility criteria, versioned),
 * from when to when, and what was said about it in public. What is published never changes
 * silently.
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
            "follow",
            "accounts",
            "directory",
            "programmes"
        })
package org.rivages.calls;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
