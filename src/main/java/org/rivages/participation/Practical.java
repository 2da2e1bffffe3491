package org.rivages.participation;

/**
 * What is asked after acceptance, for letters, meals and access. Seen by the secretariat and the
 * programme manager only.
 *
 * @param passportName as in the passport; "" until given
 */
public record Practical(String passportName, String diet, String accessNeeds) {
    static final Practical NONE = new Practical("", "", "");
}
