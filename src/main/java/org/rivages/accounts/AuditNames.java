package org.rivages.accounts;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.rivages.audit.ActorNames;
import org.springframework.stereotype.Component;

/** Tells the trail's readers who its actors are today. */
@Component
class AuditNames implements ActorNames {
    private final PersonStore people;

    AuditNames(PersonStore people) {
        this.people = people;
    }

    @Override
    public Map<UUID, String> names(Set<UUID> ids) {
        Map<UUID, String> names = new HashMap<>();
        people.byIds(List.copyOf(ids))
                .forEach((id, person) ->
                        names.put(id, person.name().isEmpty() ? person.email() : person.name()));
        return names;
    }
}
