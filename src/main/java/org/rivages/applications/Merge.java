package org.rivages.applications;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.rivages.calls.Answers;
import org.rivages.calls.Field;

/**
 * Joins what two windows made of the same section. A field that only one of them touched needs no
 * question; where both wrote something else a person chooses.
 *
 * @param joined the current answers with everything of mine that does not clash
 * @param clashes fields that both changed, each to something else
 */
record Merge(Answers joined, List<Field> clashes) {

    /**
     * @param base what stood there when this window was opened
     * @param mine what this window sends
     * @param theirs what stands there now
     * @param mineAlone the field was changed since by this same window only, so its newer word
     *     counts
     */
    static Merge of(
            List<Field> fields,
            Answers base,
            Answers mine,
            Answers theirs,
            Predicate<Field> mineAlone) {
        Answers joined = theirs;
        List<Field> clashes = new ArrayList<>();
        for (Field field : fields) {
            List<String> before = base.all(field.key());
            List<String> here = mine.all(field.key());
            List<String> there = theirs.all(field.key());
            if (here.equals(before) || here.equals(there)) {
                continue;
            }
            if (there.equals(before) || mineAlone.test(field)) {
                joined = joined.with(field.key(), here);
            } else {
                clashes.add(field);
            }
        }
        return new Merge(joined, List.copyOf(clashes));
    }
}
