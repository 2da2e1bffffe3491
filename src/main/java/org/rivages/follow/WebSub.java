package org.rivages.follow;

import java.net.URI;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The hub that pushes our feeds (WebSub, W3C 2018), where the operator has set one. Feeds announce
 * it, and {@link WebSubWorker} tells it what has changed. A feed that is not announced is not
 * pushed: there are at most {@link #MOST_TOPICS}, and what nobody asks for is dropped.
 */
@Component
class WebSub {
    static final int MOST_TOPICS = 500;
    static final Duration UNASKED = Duration.ofDays(30);

    private final TopicStore topics;
    private volatile String hub;

    WebSub(TopicStore topics, @Value("${rivages.websub-hub:}") String hub) {
        this.topics = topics;
        this.hub = checked(hub.strip());
    }

    private static String checked(String hub) {
        if (!hub.isEmpty()) {
            URI address = URI.create(hub);
            if (address.getHost() == null || !("" + address.getScheme()).matches("https?")) {
                throw new IllegalStateException(
                        "RIVAGES_WEBSUB_HUB must be an http(s) address, not \"" + hub + "\"");
            }
        }
        return hub;
    }

    boolean isSet() {
        return !hub.isEmpty();
    }

    /** Where the hub listens. */
    URI address() {
        return URI.create(hub);
    }

    /** For tests: another hub, or "" for none. */
    void use(String other) {
        hub = checked(other);
    }

    /** The hub that pushes this feed; "" when none does. */
    String hub(Follower follower, FollowForm form) {
        if (!isSet()
                || !Topic.mayBe(form, follower.asked())
                || follower.page().viewer().signedIn()) {
            return "";
        }
        Topic topic =
                new Topic(follower.page().language(), follower.listing(), form, follower.asked());
        return topics.remember(topic.path(), MOST_TOPICS) ? hub : "";
    }
}
