/**
 * Programmes, their editions and sessions: where, when and with whom, and how sure that is.
 * Promises that a date is never shown more exact than it is known, and that every change of date,
 * place or status has an author, a reason and a time. Upper rooms add to an edition's page by
 * {@link org.rivages.programmes.EditionSection} and its neighbours.
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
            "directory"
        })
package org.rivages.programmes;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
