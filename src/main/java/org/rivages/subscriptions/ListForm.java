package org.rivages.subscriptions;

import java.util.Map;
import java.util.Optional;
import org.rivages.site.Fragment;
import org.rivages.site.ListSection;
import org.rivages.site.Page;
import org.springframework.stereotype.Component;

/** The small form below every list. It carries no form token, so that lists stay in the cache. */
@Component
class ListForm implements ListSection {
    @Override
    public Optional<Fragment> section(Page page, String list, String query) {
        return Optional.of(
                new Fragment(
                        "org/rivages/subscriptions/listForm",
                        Map.of("list", list, "query", query)));
    }
}
