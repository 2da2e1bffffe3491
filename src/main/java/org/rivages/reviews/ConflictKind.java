package org.rivages.reviews;

import com.ibm.icu.text.Transliterator;
import java.util.EnumSet;
import java.util.Set;
import org.rivages.applications.ApplicationSummary;

/** Why a juror may not read an application. A hard rule: no assignment goes against it. */
public enum ConflictKind {
    /** Said by the juror, or by the secretariat for them. */
    DECLARED,
    /** They work for the applicant's organisation. */
    ORGANISATION,
    /** They live or work in the applicant's city. */
    CITY,
    /** It is their own application. */
    SELF;

    private static final String PARTS = "[,;/()،؛–]";
    private static final Transliterator FOLD =
            Transliterator.getInstance(
                    "NFD; [:Nonspacing Mark:] Remove; [[:Punctuation:][:Symbol:][:Space:]] Remove; Lower");

    /** What the two descriptions have in common; case, accents and punctuation do not matter. */
    static Set<ConflictKind> found(JurorProfile juror, ApplicationSummary applicant) {
        Set<ConflictKind> found = EnumSet.noneOf(ConflictKind.class);
        if (juror.juror().equals(applicant.person())) {
            found.add(SELF);
        }
        if (sameText(juror.organisation(), applicant.organisation())
                || (juror.organisationId() != null
                        && juror.organisationId().equals(applicant.organisationId()))) {
            found.add(ORGANISATION);
        }
        if (sameCity(juror.city(), applicant.place())) {
            found.add(CITY);
        }
        return found;
    }

    /**
     * "Sfax" and "Sfax, Tunisie" are one city: the parts between commas, slashes and brackets
     * count.
     */
    private static boolean sameCity(String one, String other) {
        for (String mine : one.split(PARTS)) {
            for (String theirs : other.split(PARTS)) {
                if (sameText(mine, theirs)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean sameText(String one, String other) {
        String folded = fold(one);
        return !folded.isEmpty() && folded.equals(fold(other));
    }

    /** Transliterators are not safe for threads that share them. */
    private static synchronized String fold(String text) {
        return FOLD.transliterate(text);
    }

    /** As it stands in message keys. */
    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
