package org.rivages.programmes;

import java.time.LocalDate;
import java.util.List;
import org.rivages.site.Page;

/**
 * Short things an upper room knows of an edition: places and deadline of its call. A bean of that
 * room.
 */
public interface EditionHighlights {
    /** Facts for the head of the page: "Places", "25". Label and value are ready to read. */
    List<Fact> facts(Page page, EditionSummary edition);

    /** Days for the strip of the year: the deadline. */
    List<Mark> marks(Page page, EditionSummary edition);

    record Fact(String label, String value) {}

    record Mark(LocalDate day, String label) {}
}
