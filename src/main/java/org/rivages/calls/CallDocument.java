package org.rivages.calls;

import java.util.UUID;
import org.rivages.shared.LocalizedText;

/**
 * A document that goes with a call, for everybody to take.
 *
 * @param file as the {@code files} room knows it
 * @param type its kind, for people: PDF
 * @param size in bytes
 */
public record CallDocument(UUID id, UUID file, LocalizedText title, String type, long size) {}
