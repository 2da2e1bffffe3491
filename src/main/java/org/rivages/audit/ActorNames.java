package org.rivages.audit;

import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Says who stands behind the ids of the trail today, for the desk only: the trail itself keeps no
 * names. A bean of the room that knows people.
 */
public interface ActorNames {
    /** Those who are still known. */
    Map<UUID, String> names(Set<UUID> people);
}
