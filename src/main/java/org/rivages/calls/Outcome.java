package org.rivages.calls;

/** What a criterion finds. */
public enum Outcome {
    MET,
    NOT_MET,
    /** The rule cannot tell; a person decides, with a reason. */
    ASK_PERSON;

    /** As it stands in messages: {@code ask-person}. */
    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
