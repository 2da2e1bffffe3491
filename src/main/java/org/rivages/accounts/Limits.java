package org.rivages.accounts;

import org.springframework.stereotype.Component;

/** Counted attempts, for limits that all copies of the program share. */
@Component
public class Limits {
    private final SignInStore attempts;

    Limits(SignInStore attempts) {
        this.attempts = attempts;
    }

    /**
     * Counts an attempt; false when there were already this many within the window, at most a day.
     * To be called outside of any transaction.
     *
     * @param key the room's word, a colon, and whom or what it counts
     */
    public boolean attempt(String key, int most, int minutes) {
        return attempts.attempt(key, most, minutes);
    }
}
