package org.rivages.thesaurus;

import com.ibm.icu.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.rivages.directory.Themes;
import org.rivages.search.Thesaurus.Concept;
import org.rivages.shared.Language;
import org.rivages.shared.LocalizedText;
import org.rivages.site.Page;

/**
 * A concept as the desk shows it.
 *
 * @param name its first label per language
 * @param words how many labels it has in all
 * @param means the themes and goals that say the same, in words
 */
public record ConceptRow(
        String code, LocalizedText name, int words, List<String> means, boolean removed) {

    static ConceptRow of(Kept kept, Page page) {
        Concept concept = kept.concept();
        Map<Language, String> names = new EnumMap<>(Language.class);
        int words = 0;
        for (Language language : Language.values()) {
            List<String> labels = concept.labels().getOrDefault(language, List.of());
            names.put(language, labels.isEmpty() ? "" : labels.getFirst());
            words += labels.size();
        }
        List<String> means = new ArrayList<>();
        ConceptForm.themes(concept).forEach(theme -> means.add(page.t(Themes.key(theme))));
        ConceptForm.goals(concept)
                .forEach(goal -> means.add(page.t(Themes.sdgKey(Integer.parseInt(goal)))));
        return new ConceptRow(
                concept.code(), new LocalizedText(names), words, means, kept.removed());
    }

    static Comparator<ConceptRow> order(Page page) {
        Collator collator = Collator.getInstance(page.language().locale());
        return Comparator.comparing((ConceptRow row) -> page.t(row.name()), collator::compare)
                .thenComparing(ConceptRow::code);
    }
}
