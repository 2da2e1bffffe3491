package org.rivages.shared;

import java.util.regex.Pattern;

/** What a letter can be addressed to. */
public final class MailAddress {
    private static final String NOT_IN_IT = "@\\s,;<>\"()\\[\\]:\\\\\\p{C}";
    private static final Pattern FORM =
            Pattern.compile("[^%1$s]{1,64}@[^%1$s]+\\.[^.%1$s]{2,}".formatted(NOT_IN_IT));
    private static final int LONGEST = 254;

    private MailAddress() {}

    /**
     * No comments or groups, which would be further ways to write the same mailbox, and nothing
     * invisible.
     */
    public static boolean isMailAddress(String text) {
        return text.length() <= LONGEST && FORM.matcher(text).matches();
    }
}
