/**
 * One search page, and every list as something to follow: feed, calendar, spreadsheet, data. Knows
 * no room: what can be found comes from {@code search}, what a code means from {@link
 * org.rivages.follow.CriterionWords} of the rooms. A room shows its list with {@link
 * org.rivages.follow.Results} and the template {@code results}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "access", "site", "search", "maps"})
package org.rivages.follow;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
