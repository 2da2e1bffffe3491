package org.rivages.calls;

/**
 * A working language of what the call leads to.
 *
 * @param language BCP 47
 * @param least the level that is asked for, one of {@link LanguageLevel#CEFR}
 */
public record LanguageNeed(String language, LanguageLevel least) {}
