/**
 * Loads the demonstration network through the front doors of the rooms: the facts of the two source
 * pages, and a made-up edition that is labelled so. Loading it again changes nothing.
 */
@NullMarked
package org.rivages.demo;

import org.jspecify.annotations.NullMarked;
