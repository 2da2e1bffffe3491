package org.rivages.directory;

import java.util.Optional;
import org.rivages.follow.CriterionWords;
import org.rivages.search.SearchQuery;
import org.rivages.site.Words;
import org.springframework.stereotype.Component;

/** What the values of this room's criteria are called. */
@Component
class OrganisationWords implements CriterionWords {
    private final SummaryStore summaries;

    OrganisationWords(SummaryStore summaries) {
        this.summaries = summaries;
    }

    @Override
    public boolean knows(String criterion, String value) {
        return switch (criterion) {
            case "network" -> network(value).isPresent();
            default -> key(criterion, value).isPresent();
        };
    }

    @Override
    public String word(String criterion, String value, Words words) {
        if (criterion.equals("network")) {
            return network(value).map(network -> shortName(network, words)).orElse(value);
        }
        return key(criterion, value).map(words::get).orElse(value);
    }

    private Optional<OrganisationSummary> network(String slug) {
        return summaries.bySlug(slug);
    }

    static String shortName(OrganisationSummary network, Words words) {
        return network.acronym().isEmpty() ? words.get(network.name()) : network.acronym();
    }

    private static Optional<String> key(String criterion, String value) {
        return switch (criterion) {
            case "type" -> Coded.of(OrganisationKind.class, value).map(OrganisationKind::key);
            case "class" -> Coded.of(MembershipClass.class, value).map(MembershipClass::key);
            case "status" -> Coded.of(MembershipState.class, value).map(MembershipState::key);
            case "role" -> Coded.of(Office.class, value).map(Office::key);
            case SearchQuery.INHABITANTS -> Coded.of(CitySize.class, value).map(CitySize::key);
            case "theme" -> Themes.has(value) ? Optional.of(Themes.key(value)) : Optional.empty();
            case "sdg" ->
                    value.matches("[1-9]|1[0-7]")
                            ? Optional.of("directory.sdg." + value)
                            : Optional.empty();
            default -> Optional.empty();
        };
    }
}
