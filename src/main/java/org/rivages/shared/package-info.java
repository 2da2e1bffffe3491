/**
 * Small things that every room needs and that know no word of the domain: languages, localized
 * text, fuzzy dates, the one clock, slugs, paging, rows. Uses nothing.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.rivages.shared;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
