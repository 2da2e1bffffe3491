/**
 * Searches that people follow by mail: asked for, confirmed, told daily or weekly, ended by one
 * click. Promises that nobody who did not confirm gets a digest, that none is empty, that none
 * comes twice, and that a reader is told of nothing that they may not see when it is sent. A
 * cancelled or moved session does not wait. Start at {@code Subscribing} and {@code Digests}.
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
            "search",
            "follow",
            "programmes"
        })
package org.rivages.subscriptions;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
