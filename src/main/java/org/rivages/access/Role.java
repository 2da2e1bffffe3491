package org.rivages.access;

/**
 * What a person may do for the network. An applicant or participant needs no role: what is theirs
 * is theirs. A role is held for everything, or for one programme.
 */
public enum Role {
    /** People, roles, settings, mail, audit. Does not by itself see applications. */
    ADMINISTRATOR,
    /** The network's office: directory, programmes, calls, screening, mail. */
    SECRETARIAT,
    /** Runs programmes, calls and classes. */
    PROGRAMME_MANAGER,
    /** Reads and scores the applications assigned to them, and nothing else. */
    REVIEWER,
    /** Chairs the selection; the one role that sees live counts of sealed attributes. */
    COMMITTEE_CHAIR,
    /** Takes attendance at sessions. */
    HOST_COORDINATOR
}
