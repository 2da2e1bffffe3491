package org.rivages.participation;

import java.time.Instant;
import java.time.ZoneId;
import org.rivages.calls.CallView;
import org.rivages.site.SiteSettings;
import org.rivages.site.Words;

/**
 * A place as its holder sees it.
 *
 * @param open whether the offer can still be answered
 * @param zone in which its date is said
 */
public record PlaceView(Place place, CallView call, boolean open, ZoneId zone) {
    static PlaceView of(Place place, CallView call, Instant now, SiteSettings settings) {
        ZoneId zone = call.zone() == null ? ZoneId.of(settings.zone()) : call.zone();
        return new PlaceView(place, call, place.open(now), zone);
    }

    /** The state to show: an offer whose date has passed is over, noted by the job or not. */
    public String state() {
        return place.state() == PlaceState.OFFERED && !open
                ? PlaceState.EXPIRED.code()
                : place.state().code();
    }

    public String by(Words words) {
        return words.moment(place.answerBy(), zone) + " (" + words.zone(zone) + ")";
    }

    public String path() {
        return "/me/places/" + place.id().value();
    }

    public String tag() {
        return switch (state()) {
            case "accepted" -> "ok";
            case "offered" -> "wait";
            default -> "off";
        };
    }
}
