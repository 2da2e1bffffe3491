/**
 * The words of the network's themes: concepts with what they are called in each language, kept by
 * the secretariat at the desk. Every edit keeps the old version; the search follows within seconds.
 * Other rooms meet it only through what the search finds.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"shared", "access", "site", "audit", "search", "directory"})
package org.rivages.thesaurus;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
