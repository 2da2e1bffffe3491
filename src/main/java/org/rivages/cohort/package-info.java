/**
 * The engine: chooses the best cohort that the rules allow. Promises one answer for the same
 * problem on every machine, a certificate in integers for every optimal and every infeasible
 * outcome, and a checker that shares no code with the solver. Pure Java: no framework, no files, no
 * clock. Start at {@link org.rivages.cohort.CohortSolver}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.rivages.cohort;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
