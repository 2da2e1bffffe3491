/** The program: one main class; every sub-package is a room. */
@NullMarked
package org.rivages;

import org.jspecify.annotations.NullMarked;
