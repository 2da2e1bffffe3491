package org.rivages.demo;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.rivages.platform.Readiness;
import org.rivages.site.Links;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Runs the steps when the program was started with {@code demo}. */
@Component
@ConditionalOnProperty(name = "rivages.demo", havingValue = "true")
class Demonstration implements ApplicationRunner {
    private static final Logger log = LoggerFactory.getLogger(Demonstration.class);
    private static final String PART = "demonstration data";

    private final List<DemoStep> steps;
    private final Readiness readiness;
    private final Links links;

    Demonstration(List<DemoStep> steps, Readiness readiness, Links links) {
        this.links = links;
        this.steps = steps.stream().sorted(Comparator.comparingInt(DemoStep::order)).toList();
        this.readiness = readiness;
        readiness.expect(PART);
    }

    @Override
    public void run(ApplicationArguments args) {
        for (DemoStep step : steps) {
            step.load();
        }
        log.info("the demonstration network is loaded");
        readiness.done(PART);
        System.out.println(welcome());
    }

    /** What a newcomer needs: for the console, which speaks English. */
    private String welcome() {
        StringBuilder text = new StringBuilder();
        text.append(
                """

                The demonstration network: public facts about real bodies, and invented people.

                  %s/en/    %s/fr/    %s/ar/

                Accounts, all with the password "%s":
                """
                        .formatted(links.base(), links.base(), links.base(), DemoPeople.PASSWORD));
        for (DemoPeople.Account account : DemoPeople.ACCOUNTS) {
            text.append("  %-26s %s%n".formatted(account.email(), roles(account)));
        }
        return text.append(
                        """

                        Try
                          /en/organisations?network=avec&class=associate   the associate members
                          /en/programmes/metropolitan-workshops/2020       honest dates; calendar beside them
                          /en/calls/demo-open                              apply (applicant@, or any address)
                          /en/desk/calls/demo-class/board                  choose 25 (chair@, secretariat@)
                          /en/desk/reviews                                 what a juror sees (juror1@)
                          /en/desk/attendance                              after the decision (host@)
                          /en/demo/mailbox                                 every letter that was sent
                        """)
                .toString();
    }

    private static String roles(DemoPeople.Account account) {
        return account.roles().isEmpty()
                ? "applicant with a draft"
                : account.roles().stream()
                        .map(role -> role.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                        .collect(Collectors.joining(", "));
    }
}
