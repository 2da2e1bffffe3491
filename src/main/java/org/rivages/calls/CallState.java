package org.rivages.calls;

/** Where a call stands. The first four follow the clock once it is announced, the others an act. */
public enum CallState {
    /** Seen at the desk only. */
    DRAFT,
    /** Public, not open yet. */
    ANNOUNCED,
    OPEN,
    /** The deadline has passed; silent grace may still let an application in. */
    CLOSED,
    /** Applications are read and compared. */
    DECIDING,
    /** Everybody has an answer. */
    DECIDED,
    ARCHIVED;

    /** As it stands in addresses and in messages: {@code open}. */
    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
