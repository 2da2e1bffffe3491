package org.rivages.applications;

import java.util.List;

/**
 * A section of the form with what was answered, in the reader's language, ready to show.
 *
 * @param fields only those that the reader may see and that the answers call for; unanswered ones
 *     too
 */
public record AnsweredSection(String key, String title, List<AnsweredField> fields) {

    /**
     * @param values one line each; none when unanswered
     * @param prose several paragraphs that the applicant wrote: show with line breaks
     * @param documents files given for this field
     */
    public record AnsweredField(
            String key,
            String label,
            List<String> values,
            boolean prose,
            List<DocumentView> documents) {}
}
