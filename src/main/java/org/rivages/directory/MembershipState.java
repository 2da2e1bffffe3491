package org.rivages.directory;

/** How a membership stands; the criterion {@code status}. */
public enum MembershipState implements Coded {
    APPLICANT,
    ACTIVE,
    INACTIVE,
    ENDED;

    public String key() {
        return "directory.state." + code();
    }
}
