package org.rivages.site;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Locale;
import org.rivages.shared.Language;

/** Which of our languages a browser asks for first; English when none. */
public final class Languages {
    private Languages() {}

    public static Language preferred(HttpServletRequest request) {
        for (Locale locale : Collections.list(request.getLocales())) {
            var language = Language.of(locale.getLanguage());
            if (language.isPresent()) {
                return language.get();
            }
        }
        return Language.EN;
    }
}
