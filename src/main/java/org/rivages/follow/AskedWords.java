package org.rivages.follow;

import java.util.ArrayList;
import java.util.List;
import org.rivages.site.Page;

/** What was asked, in the reader's words: for titles of files and for chips. */
final class AskedWords {
    private AskedWords() {}

    static List<String> of(Page page, Asked asked, ValueWords values) {
        List<String> words = new ArrayList<>();
        if (!asked.text().isEmpty()) {
            words.add(page.t("follow.quoted", "text", asked.text()));
        }
        asked.criteria()
                .forEach((criterion, chosen) ->
                        chosen.forEach(
                                value -> words.add(values.word(criterion, value, page.words()))));
        if (asked.period() != null) {
            words.add(period(page, asked.period()));
        }
        if (asked.around() != null) {
            Around around = asked.around();
            String name = page.t(around.name());
            words.add(near(page, around, name.isEmpty() ? around.place() : name));
        }
        return words;
    }

    /** "2018–2020", "from 2018", "until 2020". */
    static String period(Page page, Period period) {
        String from = Period.text(period.from());
        String to = Period.text(period.to());
        if (to.isEmpty()) {
            return page.t("follow.period.from", "year", from);
        }
        return from.isEmpty()
                ? page.t("follow.period.to", "year", to)
                : page.t("follow.period.both", "from", from, "to", to);
    }

    static String near(Page page, Around around, String place) {
        return page.t("follow.near.within", "km", around.radius(), "place", place);
    }
}
