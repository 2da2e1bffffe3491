/**
 * Letters to people: one row per recipient in an outbox, written in the transaction that causes it,
 * sent once by a worker, retried with growing pauses, its state to be seen at the desk.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "access", "site", "platform", "audit"})
package org.rivages.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
