package org.rivages.follow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rivages.access.Allow;
import org.rivages.site.Page;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The search over everything, and the page that says how to follow it. */
@Controller
@Allow(Allow.Who.EVERYBODY)
class FollowPages {
    private final Results results;
    private final ValueWords values;

    FollowPages(Results results, ValueWords values) {
        this.results = results;
        this.values = values;
    }

    @GetMapping("/{lang}/search")
    ModelAndView search(Page page, @RequestParam MultiValueMap<String, String> params) {
        ResultsView found = results.of(page, Listing.SEARCH, params);
        ModelAndView view = page.view("org/rivages/follow/search", "results", found);
        view.setStatus(found.status());
        return view;
    }

    /** The lists, and before them the combination that the reader comes from. */
    @GetMapping("/{lang}/follow")
    ModelAndView follow(
            Page page,
            @RequestParam(name = "list", defaultValue = "search") String list,
            @RequestParam MultiValueMap<String, String> params) {
        Asked asked = Parameters.read(params);
        List<Followed> lists = new ArrayList<>();
        for (Listing listing : Listing.values()) {
            lists.add(
                    Followed.of(
                            page,
                            listing,
                            Parameters.nothing(),
                            page.t("follow.how.feed." + listing.word())));
        }
        return page.view(
                "org/rivages/follow/follow",
                "mine",
                asked.isPlain() ? null : mine(page, listing(list), asked),
                "lists",
                lists);
    }

    private Followed mine(Page page, Listing listing, Asked asked) {
        return Followed.of(
                page,
                listing,
                asked.unordered(),
                page.t("follow.title." + listing.word())
                        + " – "
                        + Follower.criteria(page, asked, values));
    }

    private static Listing listing(@Nullable String word) {
        return Arrays.stream(Listing.values())
                .filter(listing -> listing.word().equals(word))
                .findFirst()
                .orElse(Listing.SEARCH);
    }
}
