package org.rivages.participation;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;

/**
 * The code of a certificate: 16 characters in four groups, 80 random bits, without letters that
 * look like digits. Read with or without hyphens, in any case.
 */
final class CertificateCode {
    private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int LENGTH = 16;

    private CertificateCode() {}

    static String make() {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            code.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return grouped(code.toString());
    }

    /** What somebody typed, in the form that we keep; empty when it can be no code. */
    static Optional<String> read(String typed) {
        if (typed.length() > 40) {
            return Optional.empty();
        }
        String plain =
                typed.toUpperCase(Locale.ROOT)
                        .replaceAll("[-\\s]", "")
                        .replace('O', '0')
                        .replace('I', '1')
                        .replace('L', '1');
        return plain.length() == LENGTH && plain.chars().allMatch(c -> LETTERS.indexOf(c) >= 0)
                ? Optional.of(grouped(plain))
                : Optional.empty();
    }

    private static String grouped(String plain) {
        return String.join(
                "-",
                plain.substring(0, 4),
                plain.substring(4, 8),
                plain.substring(8, 12),
                plain.substring(12));
    }
}
