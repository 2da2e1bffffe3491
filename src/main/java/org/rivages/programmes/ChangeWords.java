package org.rivages.programmes;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.rivages.shared.Language;
import org.rivages.shared.LocalizedText;
import org.rivages.site.Texts;
import org.rivages.site.Words;

/** A change of a session in words: for its history, the feed and the desk. */
final class ChangeWords {
    private ChangeWords() {}

    /** "Cancelled. June 2027 → 14 – 18 June 2027." Without the reason. */
    static String text(SessionState before, SessionState after, Words words) {
        List<String> parts = new ArrayList<>();
        if (before.status() != after.status()
                || before.isToBeConfirmed() != after.isToBeConfirmed()) {
            parts.add(
                    arrow(
                            words.get(SessionViews.statusKey(before)),
                            words.get(SessionViews.statusKey(after)),
                            "status",
                            words));
        }
        if (!Objects.equals(before.date(), after.date())) {
            parts.add(arrow(date(before, words), date(after, words), "date", words));
        }
        String place = SessionViews.where(before, words);
        if (!before.place().equals(after.place())
                || !Objects.equals(before.country(), after.country())) {
            String unset = words.get("programmes.place-unset");
            String now = SessionViews.where(after, words);
            parts.add(
                    arrow(
                            place.isEmpty() ? unset : place,
                            now.isEmpty() ? unset : now,
                            "place",
                            words));
        }
        return String.join(" ", parts);
    }

    private static String arrow(String before, String after, String what, Words words) {
        return words.get("programmes.change." + what, "before", before, "after", after);
    }

    private static String date(SessionState state, Words words) {
        return state.date() == null ? words.get("site.date.unset") : words.date(state.date());
    }

    /** The change with its reason, in every language, for feeds. */
    static LocalizedText announcement(SessionChange change, Texts texts) {
        Map<Language, String> said = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            Words words = texts.in(language);
            said.put(
                    language,
                    words.get(
                            "programmes.change.announced",
                            "change",
                            text(change.before(), change.after(), words),
                            "reason",
                            words.get(change.reason())));
        }
        return new LocalizedText(said);
    }
}
