package org.rivages.subscriptions;

/** How many follow one list. */
public record ListCount(String titleKey, int daily, int weekly) {}
