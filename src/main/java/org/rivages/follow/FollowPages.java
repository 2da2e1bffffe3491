package org.rivages.follow;

import org.rivages.access.Allow;
import org.rivages.site.Links;
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
    private final Links links;

    FollowPages(Results results, Links links) {
        this.results = results;
        this.links = links;
    }

    @GetMapping("/{lang}/search")
    ModelAndView search(Page page, @RequestParam MultiValueMap<String, String> params) {
        ResultsView found = results.of(page, Listing.SEARCH, params);
        ModelAndView view = page.view("org/rivages/follow/search", "results", found);
        view.setStatus(found.status());
        return view;
    }

    @GetMapping("/{lang}/follow")
    ModelAndView follow(Page page) {
        return page.view(
                "org/rivages/follow/follow",
                "base",
                links.base(),
                "calendar",
                page.url("/search.ics?kind=session&kind=call"),
                "subscription",
                links.base().replaceFirst("^https?", "webcal")
                        + page.url("/search.ics?kind=session&kind=call"));
    }
}
