package org.rivages.selection;

import java.util.List;

/**
 * What a release tells everybody about the choice, beside the rule itself.
 *
 * @param rulesVersion the rule that was in force
 * @param chosen how many people were selected
 * @param handPicks picks of the committee without which the engine would have chosen otherwise
 * @param exceptions ids of rules that the class does not keep
 * @param commitment SHA-256 of the auditor's file, see {@link AuditorsFile}
 */
public record Published(
        int rulesVersion,
        int chosen,
        int handPicks,
        List<String> exceptions,
        List<Totals.Total> totals,
        String commitment) {
    public Published {
        exceptions = List.copyOf(exceptions);
        totals = List.copyOf(totals);
    }
}
