package org.rivages.site;

import java.util.Map;

/**
 * A part of a page that another room draws: the template and its parameters, without {@code page},
 * which it gets by itself.
 */
public record Fragment(String template, Map<String, Object> params) {}
