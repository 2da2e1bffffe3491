package org.rivages.site;

import org.rivages.shared.Language;

/** Words and links without a running program. */
public final class SiteExamples {
    private static final Texts TEXTS = new Texts(new Messages());

    private SiteExamples() {}

    public static Words words(Language language) {
        return TEXTS.in(language);
    }

    public static Texts texts() {
        return TEXTS;
    }

    public static Links links() {
        return new Links("http://rivages.test");
    }
}
