package org.rivages.subscriptions;

/**
 * One subscription in its reader's own space.
 *
 * @param path its page, without the language
 */
public record FollowedLine(String title, String path, String rhythmKey) {}
