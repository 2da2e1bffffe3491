package org.rivages.selection;

import java.util.List;
import org.rivages.applications.ApplicationSummary;

/**
 * One of two scenarios that are compared.
 *
 * @param mean of the scores of those in
 * @param lowest score of those in
 * @param total of the scores of those in
 * @param cost against the best class by the open rules, in words; "" where that is not known
 * @param only those in here and not in the other
 */
public record CompareSide(
        String name,
        int in,
        String mean,
        String lowest,
        String total,
        String cost,
        List<String> facts,
        List<RuleView> rules,
        List<ApplicationSummary> only) {}
