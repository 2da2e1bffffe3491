package org.rivages.calls;

import java.util.List;
import org.rivages.shared.LocalizedText;

/**
 * A step of a form.
 *
 * @param key unique in the form, part of addresses
 */
public record FormSection(String key, LocalizedText title, LocalizedText help, List<Field> fields) {
    public FormSection {
        fields = List.copyOf(fields);
    }
}
