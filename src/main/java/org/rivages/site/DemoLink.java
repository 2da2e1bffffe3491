package org.rivages.site;

/**
 * A link in the strip that says "demonstration data": a bean of the room that it leads to, made
 * only where the demonstration runs.
 *
 * @param path without the language
 */
public record DemoLink(String path, String titleKey) {}
