package org.rivages.access;

/**
 * An address that takes a POST without a form token; a bean of the room that it leads to. Only
 * where the request proves itself by a secret in its address, or does nothing that a stranger could
 * not do as well.
 *
 * @param pattern as Spring spells it: {@code /{lang}/follow/by-mail}
 */
public record OpenPost(String pattern) {}
