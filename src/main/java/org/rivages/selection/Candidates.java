package org.rivages.selection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rivages.applications.ApplicationId;
import org.rivages.applications.ApplicationSummary;
import org.rivages.applications.Applications;
import org.rivages.calls.CallId;
import org.rivages.reviews.ApplicationScore;
import org.rivages.reviews.Reviews;
import org.rivages.shared.Slug;
import org.springframework.stereotype.Component;

/**
 * Puts together who can be chosen: eligible applications, their scores, and the values that rules
 * count. Sealed values come in only where the caller says why, and each time leave a trace.
 */
@Component
class Candidates {
    /** Best score first; equals by number, which nobody chose. */
    static final Comparator<Candidate> BY_SCORE =
            Comparator.comparingInt(Candidate::score).reversed().thenComparing(Candidate::number);

    private final Applications applications;
    private final Reviews reviews;
    private final Attributes attributes;

    Candidates(Applications applications, Reviews reviews, Attributes attributes) {
        this.applications = applications;
        this.reviews = reviews;
        this.attributes = attributes;
    }

    /**
     * Everybody whom the choice is about, best score first.
     *
     * @param summaries whom it shows
     */
    record All(
            List<Candidate> candidates,
            Map<ApplicationId, ApplicationSummary> summaries,
            Map<ApplicationId, ApplicationScore> scores) {
        List<Candidate> of(java.util.Collection<ApplicationId> ids) {
            Set<ApplicationId> wanted = Set.copyOf(ids);
            return candidates.stream().filter(one -> wanted.contains(one.id())).toList();
        }
    }

    /** With open attributes only. */
    All open(CallId call, RuleSet rules) {
        return all(call, rules, false, null, "");
    }

    /**
     * With the sealed attributes that the rules count.
     *
     * @param purpose a code for the audit trail: {@code selection.scenario}
     */
    All sealed(CallId call, RuleSet rules, @Nullable UUID actor, String purpose) {
        return all(call, rules, true, actor, purpose);
    }

    private All all(
            CallId call, RuleSet rules, boolean sealed, @Nullable UUID actor, String purpose) {
        Map<String, Map<ApplicationId, List<String>>> values = new HashMap<>();
        for (Attribute attribute : attributes.of(call)) {
            if (rules.attributes().contains(attribute.key())) {
                if (!attribute.sealed()) {
                    values.put(attribute.key(), applications.values(call, attribute.key()));
                } else if (sealed) {
                    values.put(
                            attribute.key(),
                            applications.sealedValues(call, attribute.key(), actor, purpose));
                }
            }
        }
        Map<ApplicationId, ApplicationScore> scores = reviews.scores(call);
        Map<ApplicationId, ApplicationSummary> summaries = new LinkedHashMap<>();
        List<Candidate> candidates = new ArrayList<>();
        List<ApplicationSummary> eligible = applications.eligible(call);
        Map<String, String> groups = groups(eligible);
        for (ApplicationSummary summary : eligible) {
            summaries.put(summary.id(), summary);
            ApplicationScore score = scores.get(summary.id());
            candidates.add(
                    new Candidate(
                            summary.id(),
                            summary.number(),
                            score == null ? 0 : score.total(),
                            groups.getOrDefault(fold(summary), ""),
                            own(summary.id(), values)));
        }
        candidates.sort(BY_SCORE);
        return new All(candidates, summaries, scores);
    }

    private static Map<String, String> own(
            ApplicationId id, Map<String, Map<ApplicationId, List<String>>> values) {
        Map<String, String> own = new HashMap<>();
        values.forEach((attribute, all) -> {
            List<String> answers = all.getOrDefault(id, List.of());
            if (!answers.isEmpty()) {
                own.put(attribute, answers.getFirst());
            }
        });
        return own;
    }

    /**
     * Organisation as written → how all who wrote it are grouped: by the directory's id when one of
     * them chose it there.
     */
    static Map<String, String> groups(List<ApplicationSummary> summaries) {
        Map<String, String> groups = new HashMap<>();
        for (ApplicationSummary summary : summaries) {
            String folded = fold(summary);
            if (folded.isEmpty()) {
                continue;
            }
            if (summary.organisationId() != null) {
                groups.put(folded, summary.organisationId().toString());
            } else {
                groups.putIfAbsent(folded, folded);
            }
        }
        return groups;
    }

    /** Without case, accents and punctuation. */
    static String fold(ApplicationSummary summary) {
        String slug = Slug.from(summary.organisation());
        return slug.isEmpty() ? summary.organisation().strip().toLowerCase(Locale.ROOT) : slug;
    }
}
