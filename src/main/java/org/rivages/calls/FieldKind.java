package org.rivages.calls;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.rivages.files.FileType;
import org.rivages.shared.LocalizedText;

/**
 * What kind of answer a field takes. Each kind says how it writes its values into {@link Answers}.
 * In a browser's form the name of the input is the field's key, except where {@code key.part} is
 * said.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = FieldKind.ShortText.class, name = "short-text"),
    @JsonSubTypes.Type(value = FieldKind.LongText.class, name = "long-text"),
    @JsonSubTypes.Type(value = FieldKind.Number.class, name = "number"),
    @JsonSubTypes.Type(value = FieldKind.Choice.class, name = "choice"),
    @JsonSubTypes.Type(value = FieldKind.Country.class, name = "country"),
    @JsonSubTypes.Type(value = FieldKind.Organisation.class, name = "organisation"),
    @JsonSubTypes.Type(value = FieldKind.LanguageLevels.class, name = "language-levels"),
    @JsonSubTypes.Type(value = FieldKind.Date.class, name = "date"),
    @JsonSubTypes.Type(value = FieldKind.Upload.class, name = "upload"),
    @JsonSubTypes.Type(value = FieldKind.Commitments.class, name = "commitments"),
    @JsonSubTypes.Type(value = FieldKind.Consent.class, name = "consent"),
    @JsonSubTypes.Type(value = FieldKind.Email.class, name = "email"),
    @JsonSubTypes.Type(value = FieldKind.Phone.class, name = "phone")
})
public sealed interface FieldKind {
    /** The value of a consent that was given. */
    String YES = "yes";

    /** One line. */
    record ShortText(int most) implements FieldKind {}

    /** Several lines; the limit counts characters or words. */
    record LongText(int most, Unit unit) implements FieldKind {
        public enum Unit {
            CHARACTERS,
            WORDS
        }
    }

    /** A whole number, in Western digits. */
    record Number(long least, long most) implements FieldKind {}

    /** The value is the code of the option, several values where many may be chosen. */
    record Choice(List<Option> options, boolean many) implements FieldKind {
        /**
         * @param code stable; never shown
         */
        public record Option(String code, LocalizedText label) {}
    }

    /** ISO 3166 alpha-2. */
    record Country() implements FieldKind {}

    /** First value the name, second (if it stands in the directory) its id. */
    record Organisation() implements FieldKind {}

    /**
     * One value {@code tag=LEVEL} per language that was answered; inputs {@code key.tag}.
     *
     * @param languages BCP 47 tags that are asked about
     */
    record LanguageLevels(List<String> languages) implements FieldKind {}

    /** An exact day, {@code 2027-03-14}. */
    record Date() implements FieldKind {}

    /**
     * Values are ids of stored files; the room that takes the upload stores them.
     *
     * @param mostBytes the limit of one file
     * @param mostFiles how many may be sent
     */
    record Upload(Set<FileType> types, int mostBytes, int mostFiles) implements FieldKind {}

    /**
     * One value {@code session=yes|no|unsure} per session; inputs {@code key.session}. The sessions
     * are those of the edition when this version of the form was made.
     */
    record Commitments(List<SessionLine> sessions) implements FieldKind {
        /**
         * @param label place and date in words, as they stood then
         */
        public record SessionLine(UUID id, LocalizedText label) {}
    }

    /** {@link #YES}, or no answer. */
    record Consent() implements FieldKind {}

    record Email() implements FieldKind {}

    record Phone() implements FieldKind {}

    /** As it stands in messages: {@code short-text}. */
    default String code() {
        return switch (this) {
            case ShortText _ -> "short-text";
            case LongText _ -> "long-text";
            case Number _ -> "number";
            case Choice _ -> "choice";
            case Country _ -> "country";
            case Organisation _ -> "organisation";
            case LanguageLevels _ -> "language-levels";
            case Date _ -> "date";
            case Upload _ -> "upload";
            case Commitments _ -> "commitments";
            case Consent _ -> "consent";
            case Email _ -> "email";
            case Phone _ -> "phone";
        };
    }
}
