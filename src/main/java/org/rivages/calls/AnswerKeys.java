package org.rivages.calls;

/**
 * The keys of the standard form, for the rooms that read certain answers. A call may leave any of
 * them out: read with {@link Answers}, which answers "nothing" then.
 */
public final class AnswerKeys {
    public static final String FIRST_NAME = "firstName";
    public static final String LAST_NAME = "lastName";

    /** Country of residence. */
    public static final String COUNTRY = "country";

    public static final String NATIONALITY = "nationality";
    public static final String CITY = "city";
    public static final String PHONE = "phone";
    public static final String PROFESSION = "profession";
    public static final String POSITION = "position";
    public static final String YEARS_OF_EXPERIENCE = "yearsOfExperience";
    public static final String ORGANISATION = "organisation";
    public static final String ORGANISATION_TYPE = "organisationType";
    public static final String EMPLOYER_AGREES = "employerAgrees";
    public static final String LANGUAGES = "languages";
    public static final String MOTIVATION = "motivation";
    public static final String PROJECT = "project";

    /** One promise per session. */
    public static final String COMMITMENT = "commitment";

    public static final String CV = "cv";
    public static final String MOTIVATION_LETTER = "motivationLetter";
    public static final String EMPLOYER_LETTER = "employerLetter";

    /** Sealed. */
    public static final String GENDER = "gender";

    /** Sealed. */
    public static final String AGE_BAND = "ageBand";

    public static final String CONSENT = "consent";

    private AnswerKeys() {}
}
