package org.rivages.selection;

import java.util.Map;
import org.rivages.shared.LocalizedText;
import org.rivages.site.Words;

/**
 * Something that rules can count: a question of the form that is answered from a list.
 *
 * @param key of the field
 * @param sealed for balance only: shown to nobody about a person, and its counts to one role
 * @param country values are ISO 3166 codes
 * @param options code → words, in the order of the form; empty for countries
 */
public record Attribute(
        String key,
        LocalizedText label,
        boolean sealed,
        boolean country,
        Map<String, LocalizedText> options) {
    /** A value in words. */
    public String value(String code, Words words) {
        if (country) {
            return words.country(code);
        }
        LocalizedText option = options.get(code);
        return option == null ? code : words.get(option);
    }
}
