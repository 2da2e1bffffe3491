/**
 * What all pages share: layout, navigation, words, forms, assets, error pages, the cache of public
 * pages. Knows no capability; rooms add their navigation and their sections to it.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "access", "platform", "search"})
package org.rivages.site;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
