package org.rivages.applications;

import java.time.Instant;

/**
 * One row of the desk's list.
 *
 * @param missing how many questions have no answer, or a wrong one
 * @param criteria met, not-met, ask-person or open
 * @param channel online, paper or import
 */
public record DeskLine(
        ApplicationSummary summary,
        int missing,
        String criteria,
        String channel,
        Instant changedAt) {

    public boolean complete() {
        return missing == 0;
    }

    public String mark() {
        return mark(summary.state());
    }

    static String mark(ApplicationState state) {
        return switch (state) {
            case ELIGIBLE, SELECTED, CONFIRMED -> "ok";
            case DRAFT, PIECES_REQUESTED, RESERVE -> "wait";
            case NOT_ELIGIBLE -> "bad";
            case SUBMITTED, REFUSED, DECLINED, WITHDRAWN -> "off";
        };
    }

    public String criteriaMark() {
        return switch (criteria) {
            case "met" -> "ok";
            case "ask-person" -> "wait";
            case "not-met" -> "bad";
            default -> "off";
        };
    }
}
