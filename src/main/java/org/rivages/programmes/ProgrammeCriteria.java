package org.rivages.programmes;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rivages.access.Role;
import org.rivages.directory.Directory;
import org.rivages.directory.OrganisationKind;
import org.rivages.follow.CriterionWords;
import org.rivages.shared.FuzzyDate;
import org.rivages.site.Words;
import org.springframework.stereotype.Component;

/** By what programmes, editions and sessions are found, and what those values are called. */
@Component
class ProgrammeCriteria implements CriterionWords {
    private static final Set<String> STATUSES =
            Set.of("tentative", "to-be-confirmed", "confirmed", "moved", "held", "cancelled");

    private final Directory directory;

    ProgrammeCriteria(Directory directory) {
        this.directory = directory;
    }

    /** What an edition and its sessions have from their programme and their partners. */
    Map<String, Set<String>> of(Programme programme, @Nullable Edition edition) {
        List<Partner> partners =
                edition == null || edition.partners().isEmpty()
                        ? programme.partners()
                        : edition.partners();
        Map<String, Set<String>> values = new LinkedHashMap<>();
        values.put("theme", new TreeSet<>(programme.themes()));
        values.put("language", new TreeSet<>(programme.languages()));
        values.put(
                "role",
                partners.stream()
                        .map(p -> p.role().code())
                        .collect(Collectors.toCollection(TreeSet::new)));
        values.put(
                "network",
                directory
                        .organisations(
                                partners.stream().map(Partner::organisation).distinct().toList())
                        .values()
                        .stream()
                        .filter(one -> one.kind() == OrganisationKind.NETWORK)
                        .map(one -> one.slug())
                        .collect(Collectors.toCollection(TreeSet::new)));
        return values;
    }

    /** Drafts are found by those who run the programme. */
    Set<Role> seenBy(boolean isPublic) {
        return isPublic ? Set.of() : Set.of(Role.SECRETARIAT, Role.PROGRAMME_MANAGER);
    }

    @Nullable UUID programme(Edition edition) {
        return edition.isPublic() ? null : edition.programme().value();
    }

    static FuzzyDate year(Edition edition) {
        return FuzzyDate.of("%04d".formatted(edition.year()));
    }

    @Override
    public boolean knows(String criterion, String value) {
        return switch (criterion) {
            case "status" -> STATUSES.contains(value);
            case "role" ->
                    java.util.Arrays.stream(PartnerRole.values())
                            .anyMatch(role -> role.code().equals(value));
            default -> false;
        };
    }

    @Override
    public String word(String criterion, String value, Words words) {
        return words.get("programmes." + criterion + "." + value);
    }
}
