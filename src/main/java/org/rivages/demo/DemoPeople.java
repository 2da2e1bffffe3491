package org.rivages.demo;

import java.util.List;
import org.rivages.access.Role;
import org.rivages.accounts.Accounts;
import org.rivages.accounts.Person;
import org.rivages.shared.Language;
import org.rivages.shared.LocalizedText;
import org.rivages.site.SiteSettings;
import org.rivages.site.SiteSettingsStore;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Somebody for every role, all invented, and what the installation says of itself. */
@Component
class DemoPeople implements DemoStep {
    static final String PASSWORD = "rivages demonstration";

    /** An account that {@code demo} prints. */
    record Account(String email, String name, Language language, List<Role> roles) {}

    static final List<Account> ACCOUNTS =
            List.of(
                    new Account(
                            "admin@demo.example",
                            "Ada Lindqvist",
                            Language.EN,
                            List.of(Role.ADMINISTRATOR)),
                    new Account(
                            "secretariat@demo.example",
                            "Salma Benhaddou",
                            Language.FR,
                            List.of(Role.SECRETARIAT, Role.PROGRAMME_MANAGER)),
                    new Account(
                            "manager@demo.example",
                            "Marc Delorme",
                            Language.FR,
                            List.of(Role.PROGRAMME_MANAGER)),
                    new Account(
                            "chair@demo.example",
                            "Chiara Montanari",
                            Language.EN,
                            List.of(Role.COMMITTEE_CHAIR)),
                    new Account(
                            "juror1@demo.example",
                            "Jamal Haddad",
                            Language.AR,
                            List.of(Role.REVIEWER)),
                    new Account(
                            "juror2@demo.example",
                            "Jeanne Aubert",
                            Language.FR,
                            List.of(Role.REVIEWER)),
                    new Account(
                            "juror3@demo.example",
                            "Gentiana Hoxha",
                            Language.EN,
                            List.of(Role.REVIEWER)),
                    new Account(
                            "juror4@demo.example",
                            "Giulio Ferri",
                            Language.FR,
                            List.of(Role.REVIEWER)),
                    new Account(
                            "host@demo.example",
                            "Hana Trabelsi",
                            Language.FR,
                            List.of(Role.HOST_COORDINATOR)),
                    new Account("applicant@demo.example", "Amina Cherif", Language.FR, List.of()));

    private final Accounts accounts;
    private final SiteSettingsStore settings;

    DemoPeople(Accounts accounts, SiteSettingsStore settings) {
        this.accounts = accounts;
        this.settings = settings;
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    @Transactional
    public void load() {
        if (accounts.person(ACCOUNTS.getFirst().email()).isPresent()) {
            return;
        }
        for (Account account : ACCOUNTS) {
            Person person = accounts.welcome(account.email(), account.name(), account.language());
            accounts.setPassword(person.id(), PASSWORD);
            account.roles().forEach(role -> accounts.grant(person.id(), role, null, null));
        }
        accounts.claimed();
        settings.save(
                new SiteSettings(
                        LocalizedText.of("Rivages", "Rivages", "ضفاف"),
                        LocalizedText.of(
                                "Cities around the Mediterranean, the organisations that work with them, and a training programme that goes from projects to action.",
                                "Des villes autour de la Méditerranée, les organisations qui travaillent avec elles, et un programme de formation qui va du projet à l'action.",
                                "مدن حول البحر المتوسط، والهيئات التي تعمل معها، وبرنامج تدريب ينتقل من المشروع إلى الفعل."),
                        "avec",
                        "secretariat@demo.example",
                        List.of(
                                new SiteSettings.Channel(
                                        "Mastodon", "https://social.example/@rivages"),
                                new SiteSettings.Channel(
                                        "LinkedIn",
                                        "https://www.linkedin.example/company/rivages")),
                        "Europe/Paris",
                        true));
    }
}
