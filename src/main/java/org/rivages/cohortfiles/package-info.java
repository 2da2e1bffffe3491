/**
 * The engine's files: {@code people.csv}, {@code rules.json} and {@code cohort.json}, and the
 * commands {@code select} and {@code verify} that work on them without a house, a database or a
 * framework. Promises that bad input is told by file, line and column, that a written file is
 * complete or absent, and that {@code verify} never meets the solver.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "cohort"})
package org.rivages.cohortfiles;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
