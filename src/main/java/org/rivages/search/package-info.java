/**
 * One index over everything that can be found. Rooms hand over documents and say what changed; the
 * index knows no room. Behind {@link org.rivages.search.SearchIndex} stands Lucene in process, or
 * OpenSearch for several copies of the program.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "access", "platform"})
package org.rivages.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
