package org.rivages.selection;

import java.util.List;
import org.rivages.applications.ApplicationSummary;

/**
 * One of two scenarios that are compared.
 *
 * @param mean of the scores of those in
 * @param lowest score of those in
 * @param only those in here and not in the other
 */
public record CompareSide(
        String name,
        int in,
        String mean,
        String lowest,
        List<String> facts,
        List<RuleView> rules,
        List<ApplicationSummary> only) {}
