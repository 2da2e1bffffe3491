package org.rivages.cohortfiles;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.rivages.cohort.AssignmentSolver;
import org.rivages.cohort.CertificateChecker;
import org.rivages.cohort.CohortSession;
import org.rivages.cohort.CohortSolver;
import org.rivages.cohort.LotterySolver;
import org.rivages.cohort.Questions;

/** {@code verify} is worth something only because it never meets the solver. */
class VerifyArchitectureTests {
    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("org.rivages.cohort", "org.rivages.cohortfiles");

    private static final Set<String> SOLVER =
            Set.of(
                    CohortSolver.class.getName(),
                    CohortSession.class.getName(),
                    Questions.class.getName(),
                    LotterySolver.class.getName(),
                    AssignmentSolver.class.getName());

    /** Everything of ours that can run when this class runs. */
    private static Set<String> reached(JavaClass start) {
        Set<JavaClass> seen = new HashSet<>();
        Set<String> names = new TreeSet<>();
        walk(start, seen);
        seen.forEach(one -> names.add(one.getName()));
        return names;
    }

    private static void walk(JavaClass one, Set<JavaClass> seen) {
        if (one.getPackageName().startsWith("org.rivages") && seen.add(one)) {
            one.getDirectDependenciesFromSelf()
                    .forEach(dependency -> walk(dependency.getTargetClass(), seen));
        }
    }

    @Test
    void verify_never_meets_the_solver() {
        Set<String> reached = reached(CLASSES.get(VerifyCommand.class));
        assertThat(reached)
                .contains(CertificateChecker.class.getName())
                .doesNotContainAnyElementsOf(SOLVER);
    }

    @Test
    void the_checker_never_meets_the_solver() {
        assertThat(reached(CLASSES.get(CertificateChecker.class)))
                .doesNotContainAnyElementsOf(SOLVER);
    }

    @Test
    void the_same_walk_finds_the_solver_behind_select() {
        assertThat(reached(CLASSES.get(SelectCommand.class)))
                .contains(CohortSession.class.getName());
    }

    @Test
    void the_files_need_no_framework() {
        DescribedPredicate<JavaClass> framework =
                JavaClass.Predicates.resideInAnyPackage("org.springframework..", "jakarta..");
        noClasses()
                .that()
                .haveSimpleNameNotEndingWith("package-info")
                .should()
                .dependOnClassesThat(framework)
                .check(CLASSES);
        classes().that().haveSimpleName("VerifyCommand").should().bePackagePrivate().check(CLASSES);
    }
}
