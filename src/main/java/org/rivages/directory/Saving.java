package org.rivages.directory;

/** How storing an organisation ended. */
public sealed interface Saving {
    /** Stored as this version; nothing was written when nothing had changed. */
    record Saved(OrganisationId id, String slug, int version) implements Saving {}

    /** Somebody stored another version meanwhile. */
    record Overtaken(StoredOrganisation now) implements Saving {}

    /** Another organisation has or had this address. */
    record SlugTaken(String slug) implements Saving {}
}
