package org.rivages.site;

/**
 * A section that an upper room adds to the page of a lower one: the sessions on an organisation's
 * profile, the call on an edition's page.
 *
 * @param id its anchor on the page
 * @param titleKey its heading
 * @param order lower stands higher
 */
public record Section(String id, String titleKey, int order, Fragment body) {}
