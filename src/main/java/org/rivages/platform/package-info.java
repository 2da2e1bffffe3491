/**
 * Starts and stops the program: settings, the data folder, the embedded database, commands, health,
 * backup and restore. Knows no capability; rooms add {@link org.rivages.platform.ConsoleCommand
 * commands} and {@link org.rivages.platform.Readiness parts to wait for}.
 */
@ApplicationModule(allowedDependencies = {"access"})
@NullMarked
package org.rivages.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
