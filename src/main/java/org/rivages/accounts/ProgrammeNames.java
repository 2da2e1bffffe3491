package org.rivages.accounts;

import java.util.Map;
import java.util.UUID;
import org.rivages.shared.LocalizedText;

/** The programmes for which a role can be held. A bean of the room that owns programmes. */
public interface ProgrammeNames {
    /** In the order to show. */
    Map<UUID, LocalizedText> names();
}
