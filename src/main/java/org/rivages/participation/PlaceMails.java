package org.rivages.participation;

import java.time.ZoneId;
import org.rivages.applications.ApplicationSummary;
import org.rivages.calls.CallView;
import org.rivages.mail.Letter;
import org.rivages.mail.Outbox;
import org.rivages.site.Links;
import org.rivages.site.SiteSettingsStore;
import org.rivages.site.Texts;
import org.rivages.site.Words;
import org.springframework.stereotype.Component;

/** The letters about a place, each in the recipient's language and each once. */
@Component
class PlaceMails {
    private final Outbox outbox;
    private final Texts texts;
    private final Links links;
    private final SiteSettingsStore settings;

    PlaceMails(Outbox outbox, Texts texts, Links links, SiteSettingsStore settings) {
        this.outbox = outbox;
        this.texts = texts;
        this.links = links;
        this.settings = settings;
    }

    void offered(Place place, ApplicationSummary to, CallView call) {
        put("offer", place, to, call, "offer:" + place.id().value());
    }

    void extended(Place place, ApplicationSummary to, CallView call) {
        put(
                "extended",
                place,
                to,
                call,
                "offer-extended:" + place.id().value() + ":" + place.answerBy());
    }

    void accepted(Place place, ApplicationSummary to, CallView call) {
        put("accepted", place, to, call, "offer-accepted:" + place.id().value());
    }

    void declined(Place place, ApplicationSummary to, CallView call) {
        put("declined", place, to, call, "offer-declined:" + place.id().value());
    }

    void expired(Place place, ApplicationSummary to, CallView call) {
        put(
                "expired",
                place,
                to,
                call,
                "offer-expired:" + place.id().value() + ":" + place.answerBy());
    }

    private void put(String which, Place place, ApplicationSummary to, CallView call, String key) {
        if (to.email().isEmpty()) {
            return;
        }
        Words words = texts.in(to.language());
        ZoneId zone = call.zone() == null ? ZoneId.of(settings.get().zone()) : call.zone();
        Object[] args = {
            "name", to.name(),
            "call", words.get(call.title()),
            "by", words.moment(place.answerBy(), zone),
            "zone", words.zone(zone),
            "link", links.absolute(to.language(), "/me/places/" + place.id().value())
        };
        outbox.put(
                new Letter(
                        "mail.kind.place-" + which,
                        place.id().value(),
                        to.email(),
                        to.person(),
                        to.language(),
                        words.get("participation.mail." + which + ".subject", args),
                        words.get("participation.mail." + which + ".body", args),
                        key));
    }
}
