package org.rivages.calls;

import com.ibm.icu.text.Collator;
import com.ibm.icu.util.ULocale;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.rivages.shared.Language;
import org.rivages.site.Words;

/** All countries for a list to choose from, in the order of the reader's alphabet. */
public final class Countries {
    private static final Map<Language, Map<String, String>> NAMES = new ConcurrentHashMap<>();

    private Countries() {}

    /** ISO 3166 alpha-2 → name. */
    public static Map<String, String> in(Words words) {
        return NAMES.computeIfAbsent(words.language(), language -> sorted(words));
    }

    private static Map<String, String> sorted(Words words) {
        Collator order = Collator.getInstance(ULocale.forLocale(words.language().locale()));
        List<String> codes = new java.util.ArrayList<>(List.of(Locale.getISOCountries()));
        codes.sort(Comparator.comparing(words::country, order));
        Map<String, String> names = new LinkedHashMap<>();
        codes.forEach(code -> names.put(code, words.country(code)));
        return Collections.unmodifiableMap(names);
    }
}
