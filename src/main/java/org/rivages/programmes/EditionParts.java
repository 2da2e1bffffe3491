package org.rivages.programmes;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.rivages.site.Fragment;
import org.rivages.site.Page;
import org.rivages.site.Section;
import org.springframework.stereotype.Component;

/** What the upper rooms add to an edition. */
@Component
public class EditionParts {
    private final List<EditionSection> sections;
    private final List<EditionAside> asides;
    private final List<EditionHighlights> highlights;

    EditionParts(
            List<EditionSection> sections,
            List<EditionAside> asides,
            List<EditionHighlights> highlights) {
        this.sections = sections;
        this.asides = asides;
        this.highlights = highlights;
    }

    public record Parts(
            List<Section> sections,
            List<Fragment> asides,
            List<EditionHighlights.Fact> facts,
            List<EditionHighlights.Mark> marks) {}

    Parts of(Page page, EditionSummary edition) {
        return new Parts(
                sections.stream()
                        .map(one -> one.section(page, edition))
                        .flatMap(Optional::stream)
                        .sorted(Comparator.comparingInt(Section::order))
                        .toList(),
                asides.stream()
                        .map(one -> one.aside(page, edition))
                        .flatMap(Optional::stream)
                        .toList(),
                highlights.stream().flatMap(one -> one.facts(page, edition).stream()).toList(),
                highlights.stream().flatMap(one -> one.marks(page, edition).stream()).toList());
    }
}
