package org.rivages.programmes;

import java.util.Optional;
import org.rivages.site.Fragment;
import org.rivages.site.Page;

/**
 * The card beside an edition's text, where one applies; a bean of an upper room. The fragment draws
 * the whole card ({@code <div class="apply">…}). The same rules hold as for {@link EditionSection}.
 */
public interface EditionAside {
    Optional<Fragment> aside(Page page, EditionSummary edition);
}
