package org.rivages.programmes;

import java.util.Optional;
import org.rivages.site.Page;
import org.rivages.site.Section;

/**
 * What an upper room adds to an edition's public page, below the sessions: eligibility, results. A
 * bean of that room. The page is cached for visitors: the fragment must not depend on the reader,
 * nor ask for {@code page.csrf()}.
 */
public interface EditionSection {
    Optional<Section> section(Page page, EditionSummary edition);
}
