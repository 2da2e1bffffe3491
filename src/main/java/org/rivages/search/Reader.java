package org.rivages.search;

import java.util.Set;
import java.util.TreeSet;
import org.rivages.access.Viewer;

/**
 * Who searches, as far as the search must know: the marks of which a record needs one to be found.
 * They are part of every query, so that no hit, count, order or suggestion rests on what the reader
 * may not see.
 */
public record Reader(Set<String> marks) {
    private static final String EVERYBODY = "*";

    public static final Reader VISITOR = new Reader(Set.of(EVERYBODY));

    public Reader {
        marks = Set.copyOf(marks);
    }

    public static Reader of(Viewer viewer) {
        Set<String> marks = new TreeSet<>();
        marks.add(EVERYBODY);
        for (Viewer.Grant grant : viewer.grants()) {
            marks.add(grant.role().name());
            marks.add(grant.role() + "@" + (grant.programme() == null ? "all" : grant.programme()));
        }
        return new Reader(marks);
    }

    public boolean isVisitor() {
        return equals(VISITOR);
    }

    public boolean sees(SearchDocument document) {
        return marksOf(document).stream().anyMatch(marks::contains);
    }

    /** The marks of which one lets a reader find this record. */
    static Set<String> marksOf(SearchDocument document) {
        Set<String> marks = new TreeSet<>();
        document.seenBy()
                .forEach(role -> {
                    if (document.programme() == null) {
                        marks.add(role.name());
                    } else {
                        marks.add(role + "@all");
                        marks.add(role + "@" + document.programme());
                    }
                });
        return marks.isEmpty() ? Set.of(EVERYBODY) : marks;
    }
}
