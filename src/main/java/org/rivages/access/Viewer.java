package org.rivages.access;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The one who asks for this page.
 *
 * @param id the person, or null for a visitor who has not signed in
 * @param name how to address them; "" for a visitor
 * @param email "" for a visitor
 * @param grants the roles they hold now, read afresh for each request
 */
public record Viewer(@Nullable UUID id, String name, String email, List<Grant> grants) {
    public static final Viewer VISITOR = new Viewer(null, "", "", List.of());

    /**
     * @param programme the one programme for which the role is held, or null for all
     */
    public record Grant(Role role, @Nullable UUID programme) {}

    public Viewer {
        grants = List.copyOf(grants);
    }

    public boolean signedIn() {
        return id != null;
    }

    /** The person; only where the handler is not open to visitors. */
    public UUID person() {
        if (id == null) {
            throw new NotSignedIn();
        }
        return id;
    }

    /** Holds the role for everything or for at least one programme. */
    public boolean has(Role role) {
        return grants.stream().anyMatch(grant -> grant.role() == role);
    }

    public boolean hasAny(Role... roles) {
        for (Role role : roles) {
            if (has(role)) {
                return true;
            }
        }
        return false;
    }

    /** Holds the role for everything or for this very programme. */
    public boolean has(Role role, UUID programme) {
        return grants.stream()
                .anyMatch(grant ->
                        grant.role() == role
                                && (grant.programme() == null
                                        || programme.equals(grant.programme())));
    }

    /** Refuses unless one of the roles is held for this programme. */
    public void require(UUID programme, Role... roles) {
        for (Role role : roles) {
            if (has(role, programme)) {
                return;
            }
        }
        throw new NotAllowed();
    }

    public boolean isStaff() {
        return !grants.isEmpty();
    }
}
