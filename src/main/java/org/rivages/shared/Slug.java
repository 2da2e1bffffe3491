package org.rivages.shared;

import com.ibm.icu.text.Transliterator;
import java.util.Locale;
import java.util.regex.Pattern;

/** The readable last part of an address: lower case Latin letters, digits and single hyphens. */
public final class Slug {
    private static final Pattern FORM = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final int LONGEST = 80;
    private static final Transliterator LATIN =
            Transliterator.getInstance(
                    "Any-Latin; NFD; [:Nonspacing Mark:] Remove; Latin-ASCII; Lower");

    private Slug() {}

    public static boolean isSlug(String text) {
        return text.length() <= LONGEST && FORM.matcher(text).matches();
    }

    /** A slug from a name in any script; "" when nothing of it can be written so. */
    public static String from(String name) {
        String plain =
                LATIN.transliterate(name)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9]+", "-")
                        .replaceAll("^-|-$", "");
        return plain.length() <= LONGEST
                ? plain
                : plain.substring(0, LONGEST).replaceAll("-[^-]*$", "");
    }
}
