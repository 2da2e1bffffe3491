/**
 * Those who take part: from the offer of a place to the certificate. A place that somebody declines
 * or lets pass goes to the next on the reserve; attendance is taken by half-day, on a phone without
 * network or on paper; a certificate is given by rule, can be checked by anybody, and can be
 * revoked.
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
            "accounts",
            "follow",
            "search",
            "directory",
            "programmes",
            "calls",
            "applications",
            "selection"
        })
package org.rivages.participation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
