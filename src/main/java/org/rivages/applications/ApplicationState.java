package org.rivages.applications;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * Where an application stands. What the secretariat has found in screening (eligible or not, pieces
 * asked for) is not told to the applicant by this state; letters do that.
 */
public enum ApplicationState {
    DRAFT,
    SUBMITTED,
    PIECES_REQUESTED,
    ELIGIBLE,
    NOT_ELIGIBLE,
    SELECTED,
    RESERVE,
    REFUSED,
    CONFIRMED,
    DECLINED,
    WITHDRAWN;

    /** Sent and not taken back. */
    static final Set<ApplicationState> SENT = EnumSet.complementOf(EnumSet.of(DRAFT, WITHDRAWN));

    /** Still before the decision: screening may go on. */
    static final Set<ApplicationState> IN_SCREENING =
            EnumSet.of(SUBMITTED, PIECES_REQUESTED, ELIGIBLE, NOT_ELIGIBLE);

    /** May take part in the choice, or did. */
    static final Set<ApplicationState> ELIGIBLE_OR_DECIDED =
            EnumSet.of(ELIGIBLE, SELECTED, RESERVE, REFUSED, CONFIRMED, DECLINED);

    public boolean sent() {
        return SENT.contains(this);
    }

    /** As it stands in tables, addresses and message keys: {@code not-eligible}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static ApplicationState ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
