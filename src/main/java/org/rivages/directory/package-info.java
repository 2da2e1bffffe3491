/**
 * Who belongs to the network: organisations, networks, memberships, mandates, relations, and dated
 * claims about them. Every edit keeps the old version; what nobody confirmed for a year is called
 * stale. Others come in by {@link org.rivages.directory.Directory}; upper rooms add to a profile by
 * {@link org.rivages.directory.ProfileSection}.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "access",
            "platform",
            "site",
            "audit",
            "search",
            "maps",
            "accounts",
            "follow"
        })
package org.rivages.directory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
