package org.rivages.shared;

import java.util.Locale;
import java.util.Optional;

/** The languages of the pages. Every text that Rivages itself says exists in each of them. */
public enum Language {
    /** As Europe writes it: day before month, 24 hours. */
    EN("en", "English", "EN", "ltr", Locale.UK),
    FR("fr", "Français", "FR", "ltr", Locale.FRENCH),
    /**
     * Arabic, with the digits 0–9 that the Maghreb uses and that mix safely with codes and dates.
     */
    AR("ar", "العربية", "ع", "rtl", Locale.forLanguageTag("ar-u-nu-latn"));

    private final String code;
    private final String nativeName;
    private final String shortLabel;
    private final String direction;
    private final Locale locale;

    Language(String code, String nativeName, String shortLabel, String direction, Locale locale) {
        this.code = code;
        this.nativeName = nativeName;
        this.shortLabel = shortLabel;
        this.direction = direction;
        this.locale = locale;
    }

    /**
     * The code as it stands in addresses and in {@code lang=}: {@code en}, {@code fr}, {@code ar}.
     */
    public String code() {
        return code;
    }

    public String nativeName() {
        return nativeName;
    }

    public String shortLabel() {
        return shortLabel;
    }

    /** {@code ltr} or {@code rtl}. */
    public String direction() {
        return direction;
    }

    public Locale locale() {
        return locale;
    }

    public static Optional<Language> of(String code) {
        for (Language language : values()) {
            if (language.code.equals(code)) {
                return Optional.of(language);
            }
        }
        return Optional.empty();
    }

    /** The same as {@link #of}, for codes that our own tables hold. */
    public static Language require(String code) {
        return of(code).orElseThrow(
                        () -> new IllegalArgumentException("no such language: " + code));
    }
}
