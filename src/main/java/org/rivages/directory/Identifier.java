package org.rivages.directory;

/**
 * How other registers know this organisation.
 *
 * @param value in the normal form of its scheme
 */
public record Identifier(IdentifierScheme scheme, String value) {
    public String url() {
        return scheme.url(value);
    }
}
