package org.rivages.cohort;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The checker must not inherit a mistake of the solver. */
class CheckerIndependenceTests {
    private static final List<Class<?>> QUESTION_AND_ANSWER =
            List.of(
                    Problem.class,
                    Candidate.class,
                    Rule.class,
                    Aim.class,
                    AimValue.class,
                    Mode.class,
                    Outcome.class,
                    Repair.class,
                    Certificate.class,
                    Proof.class,
                    Verdict.class);

    private static final JavaClasses ENGINE =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("org.rivages.cohort");

    private static JavaClass outermost(JavaClass type) {
        JavaClass one = type.getBaseComponentType();
        return one.getEnclosingClass().map(CheckerIndependenceTests::outermost).orElse(one);
    }

    private static final DescribedPredicate<JavaClass> CHECKER =
            DescribedPredicate.describe(
                    "the checker",
                    type ->
                            outermost(type).getSimpleName().startsWith("Checked")
                                    || outermost(type).isEquivalentTo(CertificateChecker.class));

    @Test
    void the_checker_knows_only_the_question_and_the_answer() {
        classes()
                .that(CHECKER)
                .should()
                .onlyDependOnClassesThat(
                        CHECKER.or(
                                DescribedPredicate.describe(
                                        "question, answer or library",
                                        type ->
                                                !outermost(type)
                                                                .getPackageName()
                                                                .equals("org.rivages.cohort")
                                                        || QUESTION_AND_ANSWER.stream()
                                                                .anyMatch(
                                                                        outermost(type)
                                                                                ::isEquivalentTo))))
                .check(ENGINE);
    }

    @Test
    void the_engine_needs_nothing_but_the_language() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "org.rivages.cohort",
                        "org.jspecify.annotations",
                        "org.springframework.modulith")
                .check(ENGINE);
    }
}
