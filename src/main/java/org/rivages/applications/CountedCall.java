package org.rivages.applications;

import java.util.Map;
import org.rivages.calls.CallView;

/**
 * A call with how many applications stand in which state.
 *
 * @param states code → how many, in the order of the states
 */
public record CountedCall(CallView call, Map<String, Integer> states) {
    public int of(ApplicationState state) {
        return states.getOrDefault(state.code(), 0);
    }
}
