package org.rivages.calls;

import java.util.Optional;
import org.rivages.site.Page;
import org.rivages.site.Section;

/** A section that an upper room adds to the public page of a call. */
public interface CallSection {
    Optional<Section> section(Page page, CallView call);
}
