package org.rivages.reviews;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.rivages.shared.Language;
import org.rivages.shared.LocalizedText;
import org.rivages.site.Texts;
import org.springframework.stereotype.Component;

/**
 * Where the grid of a new panel begins: four criteria in all languages, to be edited at the desk.
 */
@Component
public class StandardGrid {
    private static final Map<String, Integer> WEIGHTS = weights();

    private final Texts texts;

    StandardGrid(Texts texts) {
        this.texts = texts;
    }

    private static Map<String, Integer> weights() {
        Map<String, Integer> weights = new java.util.LinkedHashMap<>();
        weights.put("motivation", 25);
        weights.put("project", 35);
        weights.put("role", 25);
        weights.put("sharing", 15);
        return weights;
    }

    public ScoreGrid grid() {
        List<ScoreGrid.Criterion> criteria = new ArrayList<>();
        WEIGHTS.forEach((key, weight) -> {
            List<LocalizedText> levels = new ArrayList<>();
            for (int level = 0; level <= ScoreGrid.TOP; level++) {
                levels.add(said("reviews.standard." + key + "." + level));
            }
            criteria.add(
                    new ScoreGrid.Criterion(
                            key,
                            said("reviews.standard." + key),
                            weight,
                            said("reviews.standard." + key + ".hint"),
                            levels));
        });
        return new ScoreGrid(criteria);
    }

    private LocalizedText said(String key) {
        Map<Language, String> said = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            said.put(language, texts.in(language).get(key));
        }
        return new LocalizedText(said);
    }
}
