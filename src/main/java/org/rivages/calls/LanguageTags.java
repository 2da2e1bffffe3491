package org.rivages.calls;

import java.util.Locale;
import java.util.Set;

/** The language tags that a call may ask about: the two letters of ISO 639. */
final class LanguageTags {
    private static final Set<String> KNOWN = Set.of(Locale.getISOLanguages());

    private LanguageTags() {}

    static boolean known(String tag) {
        return KNOWN.contains(tag.toLowerCase(Locale.ROOT));
    }
}
