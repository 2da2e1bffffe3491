package org.rivages.programmes;

import java.util.UUID;

/** What became of a save at the desk. */
public sealed interface Edited {
    record Saved(UUID id) implements Edited {}

    /** Another record has this address. */
    record SlugTaken() implements Edited {}

    /** Somebody else saved since this form was shown. */
    record Stale(int version) implements Edited {}
}
