package org.rivages;

import org.rivages.cohortfiles.CohortCommands;
import org.rivages.platform.Launcher;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.modulith.Modulithic;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Where the program starts. {@code ./rivages help} lists the commands. */
@EnableScheduling
@Modulithic(systemName = "Rivages")
@SpringBootApplication(
        proxyBeanMethods = false,
        // two rooms may each have a DocumentStore
        nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
public class Rivages {

    public static void main(String[] args) {
        // these two need no house, no database and no framework
        CohortCommands.run(args)
                .ifPresentOrElse(System::exit, () -> Launcher.run(Rivages.class, args));
    }
}
