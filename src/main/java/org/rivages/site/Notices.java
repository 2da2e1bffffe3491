package org.rivages.site;

/**
 * A notice after an action travels as a message key in the address, so it needs no session. Only
 * keys that end in {@code .notice} are shown: nobody can make the site say something else.
 */
final class Notices {
    static final String PARAMETER = "done";
    static final String ATTRIBUTE = Notices.class.getName();

    private Notices() {}
}
