package org.rivages.participation;

import java.util.UUID;
import org.rivages.access.Allow;
import org.rivages.access.Role;
import org.rivages.applications.Applications;
import org.rivages.calls.CallView;
import org.rivages.calls.Calls;
import org.rivages.programmes.Programmes;
import org.rivages.shared.NotFound;
import org.rivages.site.Page;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The invitation letter for visa and employer, for those who accepted. */
@Controller
class InvitationPages {
    private final Places places;
    private final Applications applications;
    private final Calls calls;
    private final Programmes programmes;
    private final Papers papers;

    InvitationPages(
            Places places,
            Applications applications,
            Calls calls,
            Programmes programmes,
            Papers papers) {
        this.places = places;
        this.applications = applications;
        this.calls = calls;
        this.programmes = programmes;
        this.papers = papers;
    }

    @GetMapping("/{lang}/me/places/{id}/invitation.pdf")
    @Allow(Allow.Who.SIGNED_IN)
    ResponseEntity<byte[]> mine(Page page, @PathVariable UUID id) {
        Place place = accepted(id);
        if (!page.viewer().person().equals(place.person())) {
            throw new NotFound("place");
        }
        return letter(place, call(place));
    }

    @GetMapping("/{lang}/desk/places/{id}/invitation.pdf")
    @Allow(roles = {Role.SECRETARIAT, Role.PROGRAMME_MANAGER})
    ResponseEntity<byte[]> atTheDesk(Page page, @PathVariable UUID id) {
        Place place = accepted(id);
        CallView call = call(place);
        page.viewer().require(call.programme().value(), Role.SECRETARIAT, Role.PROGRAMME_MANAGER);
        return letter(place, call);
    }

    private ResponseEntity<byte[]> letter(Place place, CallView call) {
        return papers.invitation(
                applications.get(place.application()),
                places.practical(place.id()).passportName(),
                programmes.edition(call.edition()).orElseThrow(() -> new NotFound("edition")),
                programmes.sessions(call.edition()));
    }

    private Place accepted(UUID id) {
        return places.find(new PlaceId(id))
                .filter(place -> place.state() == PlaceState.ACCEPTED)
                .orElseThrow(() -> new NotFound("accepted place"));
    }

    private CallView call(Place place) {
        return calls.call(place.call()).orElseThrow(() -> new NotFound("call"));
    }
}
