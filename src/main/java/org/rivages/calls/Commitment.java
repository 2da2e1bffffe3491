package org.rivages.calls;

import java.util.Optional;

/** What an applicant promises about one session. */
public enum Commitment {
    YES,
    NO,
    UNSURE;

    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    public static Optional<Commitment> of(String code) {
        for (Commitment commitment : values()) {
            if (commitment.code().equals(code)) {
                return Optional.of(commitment);
            }
        }
        return Optional.empty();
    }
}
