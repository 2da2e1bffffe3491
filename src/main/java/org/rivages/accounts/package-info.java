/**
 * People, how they sign in, and the roles they hold. A link by mail is enough; a password where
 * they set one. Keeps what a form carried when a session ended while it was filled in.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "access", "site", "mail", "audit", "platform"})
package org.rivages.accounts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
