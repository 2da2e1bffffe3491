package org.rivages.directory;

/** In what quality an organisation belongs to a network; the criterion {@code class}. */
public enum MembershipClass implements Coded {
    FULL,
    ASSOCIATE,
    OBSERVER,
    PARTNER,
    HONORARY;

    public String key() {
        return "directory.class." + code();
    }
}
