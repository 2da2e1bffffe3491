package org.rivages.calls;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Set;

/**
 * A typed rule of eligibility over answers. Pure. The id is stable across versions, so that
 * somebody can overrule this very criterion for one application.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Criterion.LanguageAtLeast.class, name = "language-at-least"),
    @JsonSubTypes.Type(value = Criterion.EverySession.class, name = "every-session"),
    @JsonSubTypes.Type(value = Criterion.LocalAuthority.class, name = "local-authority"),
    @JsonSubTypes.Type(value = Criterion.CountryIn.class, name = "country-in"),
    @JsonSubTypes.Type(value = Criterion.EmployerAgrees.class, name = "employer-agrees"),
    @JsonSubTypes.Type(value = Criterion.Audience.class, name = "audience"),
    @JsonSubTypes.Type(value = Criterion.YearsAtLeast.class, name = "years-at-least")
})
public sealed interface Criterion {
    String id();

    /** The field whose answer decides. */
    String field();

    /** A field of language levels says at least this level in this language. */
    record LanguageAtLeast(String id, String field, String language, LanguageLevel least)
            implements Criterion {}

    /** A field of commitments says yes to every session. */
    record EverySession(String id, String field) implements Criterion {}

    /**
     * A choice is among those that count as working for or with a local authority.
     *
     * @param accepted codes that meet it
     * @param unclear codes that a person has to look at ("other")
     */
    record LocalAuthority(String id, String field, Set<String> accepted, Set<String> unclear)
            implements Criterion {}

    /**
     * @param countries ISO 3166 alpha-2
     */
    record CountryIn(String id, String field, Set<String> countries) implements Criterion {}

    /**
     * The employer agrees: the choice is among the accepted, or the document is there.
     *
     * @param document key of the upload; "" for none
     */
    record EmployerAgrees(
            String id, String field, Set<String> accepted, Set<String> unclear, String document)
            implements Criterion {}

    /** The choice of profession is among those that the call is meant for. */
    record Audience(String id, String field, Set<String> accepted, Set<String> unclear)
            implements Criterion {}

    record YearsAtLeast(String id, String field, int years) implements Criterion {}

    /** What this criterion finds in the answers to this form. */
    default Assessment assess(Answers answers, CallForm form) {
        return CriterionRules.assess(this, answers, form);
    }

    /** The rule in words, for the page of the call. */
    default Reason sentence(CallForm form) {
        return CriterionRules.sentence(this, form);
    }

    /** As it stands in messages: {@code language-at-least}. */
    default String code() {
        return switch (this) {
            case LanguageAtLeast _ -> "language-at-least";
            case EverySession _ -> "every-session";
            case LocalAuthority _ -> "local-authority";
            case CountryIn _ -> "country-in";
            case EmployerAgrees _ -> "employer-agrees";
            case Audience _ -> "audience";
            case YearsAtLeast _ -> "years-at-least";
        };
    }
}
