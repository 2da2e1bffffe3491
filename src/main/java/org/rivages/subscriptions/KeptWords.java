package org.rivages.subscriptions;

import java.util.Map;
import org.rivages.site.Fragment;
import org.rivages.site.Page;
import org.rivages.site.PrivacySection;
import org.rivages.site.Section;
import org.springframework.stereotype.Component;

/** What the privacy page says of those who follow by mail; the numbers are those of the job. */
@Component
class KeptWords implements PrivacySection {
    private static final int ORDER = 10;

    private final SubscriptionStore store;

    KeptWords(SubscriptionStore store) {
        this.store = store;
    }

    @Override
    public Section section(Page page) {
        return new Section(
                "follow-by-mail",
                "subscriptions.privacy.title",
                ORDER,
                new Fragment(
                        "org/rivages/subscriptions/privacy", Map.of("days", store.retention())));
    }
}
