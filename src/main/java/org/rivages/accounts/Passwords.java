package org.rivages.accounts;

import java.nio.charset.StandardCharsets;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;

/** How passwords are kept: hashed by the encoder that Spring Security recommends now. */
final class Passwords {
    static final int LEAST = 12;
    static final int MOST = 72;

    /** What the encoder takes, in bytes: 36 Arabic letters. */
    private static final int MOST_BYTES = 72;

    private static final PasswordEncoder ENCODER =
            PasswordEncoderFactories.createDelegatingPasswordEncoder();

    /** Compared when there is no such person, so that the answer takes as long. */
    private static final String NOBODY = ENCODER.encode("nobody has this password");

    private Passwords() {}

    static String hash(String password) {
        return java.util.Objects.requireNonNull(ENCODER.encode(fit(password)));
    }

    static boolean matches(String password, @org.jspecify.annotations.Nullable String hash) {
        boolean matches = ENCODER.matches(fit(password), hash == null ? NOBODY : hash);
        return matches && hash != null;
    }

    /** A password of more bytes than the encoder takes goes in as its hash. */
    private static String fit(String password) {
        return password.getBytes(StandardCharsets.UTF_8).length <= MOST_BYTES
                ? password
                : Tokens.hash(password);
    }
}
