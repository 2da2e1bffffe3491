package org.rivages.selection;

/** What the committee has picked for somebody. Nothing picked yet is the absence of one. */
public enum PickState {
    IN,
    RESERVE,
    OUT;

    /** As it stands in tables, forms and message keys. */
    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    static PickState ofCode(String code) {
        return valueOf(code.toUpperCase(java.util.Locale.ROOT));
    }
}
