package org.rivages.platform;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringApplication.AbandonedRunException;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.AbstractApplicationContext;

/** Runs one command to its end. */
final class CommandRunner {

    private CommandRunner() {}

    static int run(
            Class<?> program,
            RivagesSettings settings,
            String command,
            List<String> arguments,
            PrintStream out,
            String usage) {
        if (!Database.exists(settings)) {
            throw Refusal.wrongUse(
                    "There is no house in "
                            + settings.data()
                            + " yet on which \""
                            + command
                            + "\" could work; see rivages help.");
        }
        try (Database database = Database.ownOrRunning(settings)) {
            return runBean(program, settings, database, command, arguments, out, usage);
        }
    }

    /*
     * Only what the command needs is created, and the run is abandoned before Spring tells
     * start-up listeners that the program is ready.
     */
    private static int runBean(
            Class<?> program,
            RivagesSettings settings,
            Database database,
            String command,
            List<String> arguments,
            PrintStream out,
            String usage) {
        Map<String, Object> properties = SpringProperties.of(settings, database);
        properties.put("spring.modulith.events.republish-outstanding-events-on-restart", false);
        properties.put("spring.flyway.enabled", !database.attached());
        List<Integer> code = new ArrayList<>();
        List<Refusal> refusal = new ArrayList<>();
        SpringApplication application =
                new SpringApplication(program) {
                    @Override
                    protected void afterRefresh(
                            ConfigurableApplicationContext context, ApplicationArguments args) {
                        try {
                            code.add(find(context, command, usage).run(arguments, out));
                        } catch (Refusal e) {
                            refusal.add(e);
                        }
                        throw new AbandonedRunException(context);
                    }
                };
        application.setWebApplicationType(WebApplicationType.NONE);
        application.addInitializers(context -> {
            quiet();
            context.addBeanFactoryPostProcessor(CommandRunner::createOnDemand);
        });
        application.setRegisterShutdownHook(false);
        application.addInitializers(SpringProperties.initializer(properties));
        try {
            application.run();
        } catch (AbandonedRunException e) {
            Objects.requireNonNull(e.getApplicationContext()).close();
        }
        if (!refusal.isEmpty()) {
            throw refusal.getFirst();
        }
        return code.getFirst();
    }

    /** A command speaks for itself; the log tells errors only. */
    static void quiet() {
        LoggingSystem.get(CommandRunner.class.getClassLoader()).setLogLevel("ROOT", LogLevel.ERROR);
    }

    /** Spring's own lazy mode still creates what wants to act at the end of a start. */
    private static void createOnDemand(ConfigurableListableBeanFactory beans) {
        for (String name : beans.getBeanDefinitionNames()) {
            beans.getBeanDefinition(name).setLazyInit(true);
        }
        String lifecycle = AbstractApplicationContext.LIFECYCLE_PROCESSOR_BEAN_NAME;
        if (beans instanceof BeanDefinitionRegistry registry
                && registry.containsBeanDefinition(lifecycle)) {
            registry.removeBeanDefinition(lifecycle);
        }
        beans.registerSingleton(lifecycle, new NoLifecycle());
    }

    private static ConsoleCommand find(
            ConfigurableApplicationContext context, String command, String usage) {
        return context.getBeansOfType(ConsoleCommand.class).values().stream()
                .filter(candidate -> candidate.name().equals(command))
                .findFirst()
                .orElseThrow(
                        () -> Refusal.wrongUse("Unknown command \"" + command + "\".\n" + usage));
    }
}
