package org.rivages.reviews;

/** Where one juror's review of one application stands. */
public enum ReviewState {
    ASSIGNED,
    DRAFT,
    FINISHED;

    /** As it stands in tables and message keys. */
    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    static ReviewState ofCode(String code) {
        return valueOf(code.toUpperCase(java.util.Locale.ROOT));
    }
}
