package org.rivages.accounts;

import java.io.Serializable;
import java.security.Principal;

/** What a session remembers: which person, and nothing that could go stale. */
record SignedInPerson(String id) implements Principal, Serializable {
    @Override
    public String getName() {
        return id;
    }
}
