package org.rivages.subscriptions;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.rivages.access.Allow;
import org.rivages.access.Role;
import org.rivages.mail.Outbox;
import org.rivages.site.DeskEntry;
import org.rivages.site.Page;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** How many follow by mail: numbers only, neither addresses nor searches. */
@Controller
@Allow(roles = {Role.ADMINISTRATOR, Role.SECRETARIAT})
class DeskPages {
    private static final int ORDER = 82;

    private final SubscriptionStore store;
    private final Outbox outbox;

    DeskPages(SubscriptionStore store, Outbox outbox) {
        this.store = store;
        this.outbox = outbox;
    }

    @Bean
    static DeskEntry subscriptionsDeskEntry() {
        return new DeskEntry(
                "/desk/following",
                "subscriptions.desk.title",
                ORDER,
                Set.of(Role.ADMINISTRATOR, Role.SECRETARIAT));
    }

    @GetMapping("/{lang}/desk/following")
    ModelAndView counts(Page page) {
        List<ListCount> lists = new ArrayList<>();
        store.counts()
                .forEach((list, rhythms) ->
                        lists.add(
                                new ListCount(
                                        "follow.title." + list,
                                        count(rhythms, Rhythm.DAILY.code()),
                                        count(rhythms, Rhythm.WEEKLY.code()))));
        List<LetterCount> letters = new ArrayList<>();
        outbox.states("mail.kind.follow-")
                .forEach((kind, states) ->
                        letters.add(
                                new LetterCount(
                                        kind,
                                        count(states, "waiting"),
                                        count(states, "sent"),
                                        count(states, "failed"))));
        return page.view(
                "org/rivages/subscriptions/desk",
                "lists",
                lists,
                "letters",
                letters,
                "waiting",
                store.waitingWishes(page.now()));
    }

    private static int count(Map<String, Integer> counts, String of) {
        return counts.getOrDefault(of, 0);
    }
}
