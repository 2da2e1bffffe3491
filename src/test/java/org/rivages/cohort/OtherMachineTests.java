package org.rivages.cohort;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The same problem in other virtual machines, with other collectors and compilers. */
class OtherMachineTests {
    /** Prints every outcome, certificates included. */
    static final class Machine {
        private Machine() {}

        public static void main(String[] arguments) {
            System.out.print(outcomes());
        }
    }

    static String outcomes() {
        StringBuilder all = new StringBuilder();
        for (GeneratedCall.Level level : GeneratedCall.Level.values()) {
            Problem problem =
                    GeneratedCall.of(300, 25, level, 1, 500)
                            .withAims(List.of(new Aim.Score(), new Aim.Distinct("country")));
            Outcome outcome = CohortSolver.solve(problem, WorkLimit.standard());
            switch (outcome) {
                case Outcome.Optimal optimal -> {
                    all.append(optimal.cohort()).append(optimal.values());
                    numbers(optimal.certificate(), all);
                }
                case Outcome.Infeasible infeasible -> {
                    all.append(infeasible.rules()).append(infeasible.repair());
                    numbers(infeasible.certificate(), all);
                }
                case Outcome.Interrupted interrupted -> all.append(interrupted);
            }
            all.append('\n');
        }
        return all.toString();
    }

    private static void numbers(Certificate certificate, StringBuilder all) {
        for (Proof proof : certificate.proofs()) {
            proof.steps().forEach(step -> all.append(java.util.Arrays.toString(step.numbers())));
        }
    }

    @Test
    void give_the_same_cohort_and_the_same_proof() throws IOException, InterruptedException {
        String here = outcomes();
        List<List<String>> settings =
                List.of(
                        List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"),
                        List.of("-XX:+UseParallelGC", "-XX:+UseCompactObjectHeaders"));
        for (List<String> options : settings) {
            assertThat(elsewhere(options)).as(options.toString()).isEqualTo(here);
        }
    }

    private static String elsewhere(List<String> options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.add("-Xmx256m");
        command.add("-cp");
        command.add(
                System.getProperty(
                        "surefire.test.class.path", System.getProperty("java.class.path")));
        command.add(Machine.class.getName());
        Process process =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return out;
    }
}
