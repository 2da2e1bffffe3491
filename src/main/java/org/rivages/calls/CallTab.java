package org.rivages.calls;

/**
 * A station that an upper room adds to the tabs of a call at the desk.
 *
 * @param path after {@code /desk/calls/{slug}}
 */
public record CallTab(String path, String titleKey, int order) {}
