package org.rivages.subscriptions;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.rivages.access.Allow;
import org.rivages.follow.FollowedSearches;
import org.rivages.shared.NotFound;
import org.rivages.site.Form;
import org.rivages.site.Fragment;
import org.rivages.site.MySection;
import org.rivages.site.Page;
import org.rivages.site.Section;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** What a person follows by mail, in their own space. Somebody else's is not there. */
@Controller
@Allow(Allow.Who.SIGNED_IN)
class MySubscriptions implements MySection {
    static final String MINE = "/me/following/";

    private static final int ORDER = 60;

    private final SubscriptionStore store;
    private final Subscribing subscribing;
    private final FollowedSearches searches;
    private final Kept kept;

    MySubscriptions(
            SubscriptionStore store,
            Subscribing subscribing,
            FollowedSearches searches,
            Kept kept) {
        this.store = store;
        this.subscribing = subscribing;
        this.searches = searches;
        this.kept = kept;
    }

    @Override
    public Optional<Section> section(Page page) {
        List<FollowedLine> lines =
                mine(page).stream()
                        .map(each ->
                                new FollowedLine(
                                        searches.title(each.followed(), page.words()),
                                        MINE + each.id(),
                                        "subscriptions.rhythm." + each.rhythm().code()))
                        .toList();
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Section(
                                "following",
                                "subscriptions.mine.title",
                                ORDER,
                                new Fragment(
                                        "org/rivages/subscriptions/mine", Map.of("lines", lines))));
    }

    @GetMapping("/{lang}" + MINE + "{id}")
    ModelAndView manage(Page page, @PathVariable UUID id) {
        return kept.page(page, one(page, id), MINE + id, Form.empty(), HttpStatus.OK);
    }

    @PostMapping("/{lang}" + MINE + "{id}/rhythm")
    ModelAndView change(Page page, Form form, @PathVariable UUID id) {
        return kept.change(page, form, one(page, id), MINE + id, page.viewer().person());
    }

    @PostMapping("/{lang}" + MINE + "{id}")
    ModelAndView stop(Page page, @PathVariable UUID id) {
        subscribing.stop(one(page, id), page.viewer().person());
        return page.redirect("/me", "subscriptions.stopped.notice");
    }

    @GetMapping("/{lang}" + MINE + "{id}/data.json")
    ResponseEntity<byte[]> data(Page page, @PathVariable UUID id) {
        return kept.data(List.of(one(page, id)), page);
    }

    /** All of them in one file. */
    @GetMapping("/{lang}/me/following.json")
    ResponseEntity<byte[]> all(Page page) {
        return kept.data(mine(page), page);
    }

    private List<Subscription> mine(Page page) {
        return store.of(page.viewer().person(), page.viewer().email());
    }

    private Subscription one(Page page, UUID id) {
        return mine(page).stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFound("subscription"));
    }
}
