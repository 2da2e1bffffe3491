package org.rivages.applications;

import java.util.List;
import org.rivages.calls.CallView;

/**
 * Two texts for the same questions, side by side.
 *
 * @param version of what stands there now
 */
public record MergeView(
        CallView call, String section, long waiting, int version, List<Line> lines) {

    /** One question with both answers, in words. */
    public record Line(String key, String label, List<String> mine, List<String> theirs) {}

    /** Where the choice goes, without the language. */
    public String path() {
        return call.path() + "/apply/" + section + "/merge/" + waiting;
    }
}
