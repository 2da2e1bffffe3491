package org.rivages.cohortfiles;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** A JSON value that knows where it stands. */
sealed interface Json {
    Place place();

    /**
     * @param members in the order of the file
     * @param names where each name stands
     */
    record Record(Place place, Map<String, Json> members, Map<String, Place> names)
            implements Json {}

    record Row(Place place, List<Json> items) implements Json {}

    record Text(Place place, String value) implements Json {}

    record Number(Place place, BigDecimal value) implements Json {}

    record Truth(Place place, boolean value) implements Json {}

    record Nothing(Place place) implements Json {}
}
