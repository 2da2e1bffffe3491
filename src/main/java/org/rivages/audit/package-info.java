/**
 * What was done, by whom, when: append-only, chained by hashes, over ids and never over names, so
 * that erasing a person keeps the chain whole. {@code ./rivages audit-verify} checks it.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "access", "site", "platform"})
package org.rivages.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
