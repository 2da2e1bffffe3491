package org.rivages.directory;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** An organisation, also a network: a network is an organisation that has members. */
public record OrganisationId(@JsonValue UUID value) {
    @JsonCreator
    public static OrganisationId of(UUID value) {
        return new OrganisationId(value);
    }

    public static OrganisationId fresh() {
        return new OrganisationId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
