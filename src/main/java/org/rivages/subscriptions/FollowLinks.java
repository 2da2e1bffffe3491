package org.rivages.subscriptions;

import java.util.UUID;
import org.rivages.accounts.Tokens;
import org.rivages.mail.LateText;
import org.rivages.shared.Language;
import org.rivages.shared.Now;
import org.rivages.site.Links;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The secret links of this room's letters, made when a letter leaves and kept as hashes only. */
@Configuration(proxyBeanMethods = false)
class FollowLinks {
    static final String CONFIRM = "follow-confirm-link";
    static final String MANAGE = "follow-link";

    private record Made(String name, Maker maker) implements LateText {
        private interface Maker {
            String make(UUID about);
        }

        @Override
        public String make(UUID about, String to) {
            return maker.make(about);
        }
    }

    @Bean
    LateText followConfirmLink(SubscriptionStore store, Links links) {
        return new Made(
                CONFIRM,
                wish -> {
                    String token = Tokens.make();
                    store.arm(wish, Tokens.hash(token));
                    return links.absolute(
                            store.languageOfWish(wish).orElse(Language.EN),
                            SubscriptionPages.CONFIRM + token);
                });
    }

    /** One for each letter; it opens the page and takes the POST of a mail program. */
    @Bean
    LateText followLink(SubscriptionStore store, Readers readers, Links links, Now now) {
        return new Made(
                MANAGE,
                id -> {
                    String token = Tokens.make();
                    store.link(id, Tokens.hash(token), now.instant());
                    Language language =
                            store.subscription(id).map(readers::language).orElse(Language.EN);
                    return links.absolute(language, SubscriptionPages.MANAGE + token);
                });
    }
}
