package org.rivages.directory;

/** An office that an organisation holds in a network; the criterion {@code role}. */
public enum Office implements Coded {
    CHAIR,
    VICE_CHAIR,
    GENERAL_SECRETARIAT,
    TREASURER,
    BOARD_SEAT,
    SECRETARIAT_HOST;

    public String key() {
        return "directory.office." + code();
    }
}
