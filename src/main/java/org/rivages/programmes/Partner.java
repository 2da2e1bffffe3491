package org.rivages.programmes;

import org.rivages.directory.OrganisationId;

/** An organisation that makes a programme or an edition possible. */
public record Partner(OrganisationId organisation, PartnerRole role) {}
