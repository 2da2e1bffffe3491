package org.rivages.programmes;

import java.time.Instant;
import org.rivages.shared.LocalizedText;

/**
 * Date, place or status of a session changed. Published in the transaction of the change; a
 * cancelled session must go to those concerned by mail, since calendar programs hide it.
 *
 * @param sequence counts the changes of this session; with the session it is the key of a letter
 * @param announced false while the edition is a draft: then nobody outside the desk is to be told
 */
public record SessionChanged(
        SessionId session,
        EditionId edition,
        int sequence,
        SessionState before,
        SessionState after,
        LocalizedText reason,
        Instant at,
        boolean announced) {}
