package org.rivages.follow;

import java.util.ArrayList;
import java.util.List;
import org.rivages.site.Words;

/** What was asked, in the reader's words: for titles of files and for chips. */
final class AskedWords {
    private AskedWords() {}

    static List<String> of(Words in, Asked asked, ValueWords values) {
        List<String> words = new ArrayList<>();
        if (!asked.text().isEmpty()) {
            words.add(in.get("follow.quoted", "text", asked.text()));
        }
        asked.criteria()
                .forEach((criterion, chosen) ->
                        chosen.forEach(value -> words.add(values.word(criterion, value, in))));
        if (asked.period() != null) {
            words.add(period(in, asked.period()));
        }
        if (asked.around() != null) {
            words.add(near(in, asked.around()));
        }
        return words;
    }

    /** "2018–2020", "from 2018", "until 2020". */
    static String period(Words in, Period period) {
        String from = Period.text(period.from());
        String to = Period.text(period.to());
        if (to.isEmpty()) {
            return in.get("follow.period.from", "year", from);
        }
        return from.isEmpty()
                ? in.get("follow.period.to", "year", to)
                : in.get("follow.period.both", "from", from, "to", to);
    }

    static String near(Words in, Around around) {
        String name = in.get(around.name());
        return near(in, around, name.isEmpty() ? around.place() : name);
    }

    static String near(Words in, Around around, String place) {
        return in.get("follow.near.within", "km", around.radius(), "place", place);
    }
}
