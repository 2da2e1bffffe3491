package org.rivages.selection;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rivages.calls.CallSection;
import org.rivages.calls.CallView;
import org.rivages.cohort.Rule;
import org.rivages.cohortfiles.RulesWriter;
import org.rivages.site.Fragment;
import org.rivages.site.Page;
import org.rivages.site.Section;
import org.springframework.stereotype.Component;

/**
 * The selection rule on the public page of a call: its sentences and the hash of every version;
 * once the decision is released also the seed, the totals and the commitment.
 */
@Component
public class RuleSection implements CallSection {
    private final RuleStore rules;
    private final Attributes attributes;
    private final RuleWords words;
    private final BoardStore boards;
    private final Publications publications;

    RuleSection(
            RuleStore rules,
            Attributes attributes,
            RuleWords words,
            BoardStore boards,
            Publications publications) {
        this.rules = rules;
        this.attributes = attributes;
        this.words = words;
        this.boards = boards;
        this.publications = publications;
    }

    /**
     * @param seed "" until the release
     * @param seedHash "" where there is no seed
     * @param exceptions sentences of rules that the class does not keep
     * @param downloadable the rule names nobody, so that everybody may have its text
     */
    public record View(
            List<SavedRules> versions,
            List<String> sentences,
            String seed,
            String seedHash,
            List<String> exceptions,
            boolean downloadable) {}

    @Override
    public Optional<Section> section(Page page, CallView call) {
        List<SavedRules> versions = rules.history(call.id());
        if (versions.isEmpty()) {
            return Optional.empty();
        }
        Optional<Published> published = publications.published(call.id());
        boolean released =
                boards.board(call.id())
                        .map(board -> board.state() == BoardState.RELEASED)
                        .orElse(false);
        SavedRules current = versions.getFirst();
        Map<String, Attribute> known = attributes.map(call.id());
        String seed = current.rules().seed();
        View view =
                new View(
                        versions,
                        sentences(page, current, known),
                        released ? seed : "",
                        seed.isEmpty() ? "" : RulesWriter.hash(seed),
                        exceptions(page, current, known, published),
                        released && current.rules().rules().stream().noneMatch(RuleSection::names));
        return Optional.of(
                new Section(
                        "rule",
                        "selection.public.title",
                        10,
                        new Fragment(
                                "org/rivages/selection/published",
                                params(view, call, known, published))));
    }

    private static Map<String, Object> params(
            View view, CallView call, Map<String, Attribute> known, Optional<Published> published) {
        Map<String, Object> params = new java.util.HashMap<>();
        params.put("view", view);
        params.put("call", call);
        params.put("attributes", known);
        published.ifPresent(one -> params.put("published", one));
        return params;
    }

    /** A rule that names applications says so and no more: their owners know the numbers. */
    static boolean names(Rule rule) {
        return switch (rule) {
            case Rule.Include _, Rule.Exclude _, Rule.MutuallyExclusive _ -> true;
            case Rule.Quota _, Rule.GroupCap _, Rule.ScoreThreshold _ -> false;
        };
    }

    private List<String> sentences(Page page, SavedRules current, Map<String, Attribute> known) {
        List<String> sentences = new ArrayList<>();
        sentences.add(page.t("selection.rule.places", "places", current.rules().places()));
        words.method(current.rules(), known).forEach(text -> sentences.add(page.t(text)));
        for (Rule rule : current.rules().rules()) {
            sentences.add(sentence(page, current, rule, known));
        }
        return sentences;
    }

    private String sentence(
            Page page, SavedRules current, Rule rule, Map<String, Attribute> known) {
        return names(rule)
                ? page.t("selection.public.named")
                : page.t(words.sentence(current, rule, known));
    }

    private List<String> exceptions(
            Page page,
            SavedRules current,
            Map<String, Attribute> known,
            Optional<Published> published) {
        List<String> kept = published.map(Published::exceptions).orElse(List.of());
        return current.rules().rules().stream()
                .filter(rule -> kept.contains(rule.id()))
                .map(rule -> sentence(page, current, rule, known))
                .toList();
    }
}
