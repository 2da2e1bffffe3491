package org.rivages.directory;

import com.ibm.icu.text.Transliterator;
import java.util.Collection;

/** Names as one would say them: no case, no accents, no Arabic vowel signs, one form of alef. */
final class Spoken {
    private static final Transliterator PLAIN =
            Transliterator.getInstance("NFKD; [:Nonspacing Mark:] Remove; Lower; NFC");

    private Spoken() {}

    static String plain(String name) {
        return PLAIN.transliterate(name)
                .replace('ى', 'ي')
                .replace('ة', 'ه')
                .replace("ـ", "")
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }

    /** All names in one text, each on its own line. */
    static String all(Collection<String> names) {
        StringBuilder all = new StringBuilder("\n");
        names.stream().map(Spoken::plain).distinct().forEach(name -> all.append(name).append('\n'));
        return all.toString();
    }
}
