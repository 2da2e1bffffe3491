package org.rivages.subscriptions;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rivages.accounts.Accounts;
import org.rivages.accounts.Person;
import org.rivages.search.Reader;
import org.rivages.shared.Language;
import org.springframework.stereotype.Component;

/** Who reads a digest: what they may see and which language they speak, at this moment. */
@Component
class Readers {
    private final Accounts accounts;

    Readers(Accounts accounts) {
        this.accounts = accounts;
    }

    /**
     * @param person null for somebody without account
     */
    Reader of(@Nullable UUID person) {
        return person == null
                ? Reader.VISITOR
                : accounts.viewer(person).map(Reader::of).orElse(Reader.VISITOR);
    }

    Language language(Subscription subscription) {
        UUID person = subscription.person();
        return person == null
                ? subscription.language()
                : accounts.person(person).map(Person::language).orElse(subscription.language());
    }
}
