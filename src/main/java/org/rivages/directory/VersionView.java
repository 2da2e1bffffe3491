package org.rivages.directory;

import java.util.List;

/**
 * A version of a record at the desk.
 *
 * @param author "" when the program itself wrote it
 * @param differences against the version before it; empty for the first
 */
public record VersionView(
        int number,
        String at,
        String author,
        String reason,
        List<Differences.Difference> differences) {}
