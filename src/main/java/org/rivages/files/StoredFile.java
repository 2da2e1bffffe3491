package org.rivages.files;

import java.util.UUID;

/**
 * A file that somebody gave us.
 *
 * @param name as they called it, without folders and control characters
 * @param size in bytes
 */
public record StoredFile(UUID id, String name, FileType type, long size) {}
