package org.rivages.selection;

/** How far the choice is. */
public enum BoardState {
    /** The committee picks. */
    CHOOSING,
    /** The decision stands and its letters are read over; can be taken up again. */
    CLOSED,
    /** Everybody has been told. */
    RELEASED;

    /** As it stands in tables and message keys. */
    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    static BoardState ofCode(String code) {
        return valueOf(code.toUpperCase(java.util.Locale.ROOT));
    }
}
