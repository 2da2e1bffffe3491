package org.rivages.library;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.rivages.access.Role;
import org.rivages.directory.ProfileSection;
import org.rivages.programmes.EditionSection;
import org.rivages.programmes.Programmes;
import org.rivages.programmes.SessionSummary;
import org.rivages.site.DeskEntry;
import org.rivages.site.Fragment;
import org.rivages.site.HomeSection;
import org.rivages.site.Page;
import org.rivages.site.Section;
import org.rivages.site.TodaySection;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this room shows on the pages of others. */
@Configuration
class LibrarySections {
    private static final int MENU_ORDER = 210;
    private static final int PROFILE_ORDER = 40;
    private static final int EDITION_ORDER = 60;
    private static final int TODAY_ORDER = 65;
    private static final int HOME_ORDER = 35;
    private static final int HOME_ROWS = 3;
    private static final String ENTRIES = "org/rivages/library/entries";

    private final EntryStore entries;
    private final LibraryRules rules;
    private final Programmes programmes;

    LibrarySections(EntryStore entries, LibraryRules rules, Programmes programmes) {
        this.entries = entries;
        this.rules = rules;
        this.programmes = programmes;
    }

    @Bean
    static DeskEntry libraryDeskEntry() {
        return new DeskEntry(
                "/desk/library",
                "library.title",
                MENU_ORDER,
                Set.of(Role.SECRETARIAT, Role.PROGRAMME_MANAGER));
    }

    @Bean
    HomeSection libraryOnHome() {
        return page ->
                section(
                        "library.home.title",
                        HOME_ORDER,
                        "org/rivages/library/home",
                        entries.latest(HOME_ROWS));
    }

    @Bean
    ProfileSection libraryOfOrganisation() {
        return (page, organisation) ->
                section(
                        "library.profile.title",
                        PROFILE_ORDER,
                        ENTRIES,
                        entries.published(organisation.id()));
    }

    @Bean
    EditionSection libraryOfEdition() {
        return (page, edition) ->
                section(
                        "library.edition.title",
                        EDITION_ORDER,
                        ENTRIES,
                        entries.published(
                                programmes.sessions(edition.id()).stream()
                                        .map(SessionSummary::id)
                                        .toList()));
    }

    /** What waits for the secretariat: to be reviewed, or not confirmed for a year. */
    @Bean
    TodaySection libraryToday() {
        return page ->
                section(
                        "library.today.title",
                        TODAY_ORDER,
                        "org/rivages/library/today",
                        page.viewer().has(Role.SECRETARIAT) ? waiting(page) : List.of());
    }

    private List<Entry> waiting(Page page) {
        LocalDate today = today(page);
        return entries.entries().stream()
                .filter(entry -> entry.state() == EntryState.IN_REVIEW || entry.isStale(today))
                .filter(entry -> rules.publishes(page.viewer(), entry))
                .toList();
    }

    private static Optional<Section> section(
            String titleKey, int order, String template, List<Entry> entries) {
        return entries.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Section(
                                "library",
                                titleKey,
                                order,
                                new Fragment(template, Map.of("entries", entries))));
    }

    static LocalDate today(Page page) {
        return page.now().atZone(ZoneOffset.UTC).toLocalDate();
    }
}
