package org.rivages.selection;

import java.util.Map;
import org.rivages.applications.ApplicationId;

/**
 * Somebody who can be chosen, as the rules see them.
 *
 * @param number of the application; how rules name a candidate
 * @param score thousandths of a point
 * @param group the organisation, folded so that the same one is written the same way; "" for none
 * @param attributes key → value, sealed ones too: never show this record to anybody
 */
record Candidate(
        ApplicationId id, String number, int score, String group, Map<String, String> attributes) {
    Candidate {
        attributes = Map.copyOf(attributes);
    }

    Candidate withScore(int other) {
        return new Candidate(id, number, other, group, attributes);
    }

    String value(String attribute) {
        return attributes.getOrDefault(attribute, "");
    }
}
