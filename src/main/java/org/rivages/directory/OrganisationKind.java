package org.rivages.directory;

/** What an organisation is; the criterion {@code type}. */
public enum OrganisationKind implements Coded {
    CITY,
    METROPOLITAN_AUTHORITY,
    REGION,
    PUBLIC_AGENCY,
    NETWORK,
    ASSOCIATION,
    CLUSTER,
    INSTITUTE,
    UNIVERSITY,
    NGO,
    COMPANY,
    /** Formed by states: none of the other kinds is true of it. */
    INTERNATIONAL_ORGANISATION;

    public String key() {
        return "directory.kind." + code();
    }
}
