package org.rivages.site;

/**
 * A step on the way to a page.
 *
 * @param path without the language
 */
public record Crumb(String path, String title) {}
