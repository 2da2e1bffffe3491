package org.rivages.directory;

/** What is known of a link. */
public enum LinkState implements Coded {
    SEEN,
    CHECKED,
    BROKEN;

    public String key() {
        return "directory.link." + code();
    }
}
