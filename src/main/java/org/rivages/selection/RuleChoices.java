package org.rivages.selection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rivages.cohort.Aim;
import org.rivages.site.Page;

/** What a rule or an aim may be about, as a reader chooses it. */
final class RuleChoices {
    private RuleChoices() {}

    /** Group of choices → code → words. */
    static Map<String, Map<String, String>> rules(
            Page page, Collection<Attribute> attributes, List<String> countries) {
        Map<String, Map<String, String>> groups = new LinkedHashMap<>();
        for (Attribute attribute : attributes) {
            String label = page.t(attribute.label());
            Map<String, String> own = new LinkedHashMap<>();
            own.put("each:" + attribute.key(), page.t("selection.what.each", "attribute", label));
            Collection<String> codes =
                    attribute.country() ? countries : attribute.options().keySet();
            for (String code : codes) {
                own.put(
                        "value:" + attribute.key() + ":" + code,
                        page.t(
                                "selection.what.value",
                                "attribute",
                                label,
                                "value",
                                attribute.value(code, page.words())));
            }
            groups.put(
                    attribute.sealed()
                            ? page.t("selection.what.sealed", "attribute", label)
                            : label,
                    own);
        }
        Map<String, String> others = new LinkedHashMap<>();
        for (String code : List.of("group", "bar", "include", "exclude", "exclusive")) {
            others.put(code, page.t("selection.what." + code));
        }
        groups.put(page.t("selection.what.others"), others);
        return groups;
    }

    /** Code of an aim → its words. */
    static Map<String, String> aims(Page page, Collection<Attribute> attributes) {
        Map<String, String> choices = new LinkedHashMap<>();
        List<Aim> all = new ArrayList<>();
        all.add(new Aim.Score());
        attributes.forEach(one -> all.add(new Aim.Distinct(one.key())));
        attributes.forEach(one -> all.add(new Aim.Worst(one.key())));
        Map<String, Attribute> known = new LinkedHashMap<>();
        attributes.forEach(one -> known.put(one.key(), one));
        all.forEach(aim -> choices.put(aim.code(), RuleWords.aim(aim, known, page.words())));
        return choices;
    }
}
