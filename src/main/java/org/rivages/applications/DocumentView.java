package org.rivages.applications;

import java.time.Instant;
import java.util.UUID;

/**
 * A file that belongs to an application.
 *
 * @param id of the file; fetch it with {@link Applications#document}
 * @param field the key of the form's field that it answers
 * @param label of that field in the reader's language
 * @param name as the applicant called it
 * @param type PDF, JPEG, PNG, DOCX, ODT
 * @param size in bytes
 */
public record DocumentView(
        UUID id, String field, String label, String name, String type, long size, Instant at) {

    DocumentView labelled(String words) {
        return new DocumentView(id, field, words, name, type, size, at);
    }
}
