package org.rivages.programmes;

import java.util.Locale;

/** What an organisation is to a programme or an edition. */
public enum PartnerRole {
    ORGANISER,
    CO_ORGANISER,
    FUNDER,
    HOST;

    /** {@code co-organiser}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
