package org.rivages.directory;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A register of organisations or places. A value is checked by its pattern, and by its checksum
 * where the register has one.
 */
public enum IdentifierScheme implements Coded {
    /** An item, {@code Q7809}. */
    WIKIDATA("(?:https?://(?:www\\.)?wikidata\\.org/(?:wiki|entity)/)?(Q[1-9][0-9]{0,9})"),
    /** A place, {@code 2464470}. */
    GEONAMES("(?:https?://(?:www\\.|sws\\.)?geonames\\.org/)?([1-9][0-9]{0,9})(?:/.*)?"),
    /** Research Organization Registry: 0, six of Crockford's base 32, two digits of checksum. */
    ROR("(?:https?://ror\\.org/)?(0[0-9a-hj-km-np-tv-z]{6}[0-9]{2})"),
    /** org-id.guide: a list and a number, {@code FR-SIRENE-123456789}, {@code XM-DAC-41304}. */
    ORG_ID("([A-Z]{2}-[A-Z0-9]{2,12}-[A-Za-z0-9._/-]{1,60})");

    private static final String CROCKFORD = "0123456789abcdefghjkmnpqrstvwxyz";

    private final Pattern pattern;

    IdentifierScheme(String pattern) {
        this.pattern = Pattern.compile(pattern);
    }

    /** The normal form of what was typed or pasted; empty when it is no such identifier. */
    public Optional<String> read(String typed) {
        String text = this == ROR ? typed.strip().toLowerCase(Locale.ROOT) : typed.strip();
        Matcher matcher = pattern.matcher(text);
        if (!matcher.matches() || (this == ROR && !rorChecksumHolds(matcher.group(1)))) {
            return Optional.empty();
        }
        return Optional.of(matcher.group(1));
    }

    /** ISO 7064 MOD 97-10 over the six base-32 digits, as the registry computes it. */
    private static boolean rorChecksumHolds(String ror) {
        long number = 0;
        for (char digit : ror.substring(1, 7).toCharArray()) {
            number = number * 32 + CROCKFORD.indexOf(digit);
        }
        return 98 - number * 100 % 97 == Integer.parseInt(ror.substring(7));
    }

    public String key() {
        return "directory.identifier." + code();
    }

    String url(String value) {
        return switch (this) {
            case WIKIDATA -> "https://www.wikidata.org/wiki/" + value;
            case GEONAMES -> "https://www.geonames.org/" + value;
            case ROR -> "https://ror.org/" + value;
            case ORG_ID -> "https://org-id.guide/list/" + value.substring(0, value.indexOf('-', 3));
        };
    }
}
