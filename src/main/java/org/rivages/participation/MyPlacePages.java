package org.rivages.participation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.rivages.access.Allow;
import org.rivages.calls.CallView;
import org.rivages.calls.Calls;
import org.rivages.programmes.Programmes;
import org.rivages.programmes.SessionSummary;
import org.rivages.shared.NotFound;
import org.rivages.site.Form;
import org.rivages.site.Fragment;
import org.rivages.site.MySection;
import org.rivages.site.Page;
import org.rivages.site.Section;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * A person's own place: the offer, the answer, what is asked afterwards. Somebody else's is not
 * there.
 */
@Controller
@Allow(Allow.Who.SIGNED_IN)
class MyPlacePages implements MySection {
    private final Places places;
    private final Calls calls;
    private final Programmes programmes;
    private final Certificates certificates;

    MyPlacePages(Places places, Calls calls, Programmes programmes, Certificates certificates) {
        this.places = places;
        this.calls = calls;
        this.programmes = programmes;
        this.certificates = certificates;
    }

    @Override
    public Optional<Section> section(Page page) {
        List<PlaceView> mine =
                places.ofPerson(page.viewer().person()).stream()
                        .map(place -> view(place, page))
                        .toList();
        return mine.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Section(
                                "places",
                                "participation.place.mine",
                                10,
                                new Fragment(
                                        "org/rivages/participation/mine", Map.of("places", mine))));
    }

    @GetMapping("/{lang}/me/places/{id}")
    ModelAndView show(Page page, @PathVariable UUID id) {
        Place place = mine(page, id);
        Practical practical = places.practical(place.id());
        Form form =
                Form.empty()
                        .with("passportName", practical.passportName())
                        .with("diet", practical.diet())
                        .with("accessNeeds", practical.accessNeeds());
        return view(page, place, form, HttpStatus.OK);
    }

    @PostMapping("/{lang}/me/places/{id}/accept")
    ModelAndView accept(Page page, @PathVariable UUID id) {
        Place place = mine(page, id);
        places.accept(place.id(), page.viewer().person());
        return page.redirect("/me/places/" + id, "participation.accepted.notice");
    }

    /** Asks once more before a place is given away. */
    @GetMapping("/{lang}/me/places/{id}/decline")
    ModelAndView askDecline(Page page, @PathVariable UUID id) {
        Place place = mine(page, id);
        if (!place.state().holds()) {
            return page.redirect("/me/places/" + id);
        }
        return page.view(
                "org/rivages/participation/decline",
                "place",
                view(place, page),
                "form",
                Form.empty());
    }

    @PostMapping("/{lang}/me/places/{id}/decline")
    ModelAndView decline(Page page, @PathVariable UUID id, Form form) {
        Place place = mine(page, id);
        String reason = form.text("reason", 1000);
        if (!form.ok()) {
            ModelAndView again =
                    page.view(
                            "org/rivages/participation/decline",
                            "place",
                            view(place, page),
                            "form",
                            form);
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again;
        }
        places.decline(place.id(), reason, page.viewer().person());
        return page.redirect("/me/places/" + id, "participation.declined.notice");
    }

    @PostMapping("/{lang}/me/places/{id}/practical")
    ModelAndView practical(Page page, @PathVariable UUID id, Form form) {
        Place place = mine(page, id);
        if (place.state() != PlaceState.ACCEPTED) {
            throw new NotFound("accepted place");
        }
        String name = form.requiredLine("passportName", 120);
        String diet = form.text("diet", 500);
        String needs = form.text("accessNeeds", 1000);
        if (!form.ok()) {
            return view(page, place, form, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        places.setPractical(place.id(), new Practical(name, diet, needs), page.viewer().person());
        return page.redirect("/me/places/" + id, "participation.practical.notice");
    }

    private ModelAndView view(Page page, Place place, Form form, HttpStatus status) {
        ModelAndView view =
                page.view(
                        "org/rivages/participation/place",
                        "place",
                        view(place, page),
                        "form",
                        form,
                        "sessions",
                        sessions(place),
                        "edition",
                        programmes.edition(call(place).edition()).orElseThrow(),
                        "certificates",
                        certificates.of(place.id()));
        view.setStatus(status);
        return view;
    }

    private List<SessionSummary> sessions(Place place) {
        return programmes.sessions(call(place).edition());
    }

    private Place mine(Page page, UUID id) {
        return places.find(new PlaceId(id))
                .filter(place -> page.viewer().person().equals(place.person()))
                .orElseThrow(() -> new NotFound("place"));
    }

    private CallView call(Place place) {
        return calls.call(place.call()).orElseThrow(() -> new NotFound("call"));
    }

    private PlaceView view(Place place, Page page) {
        return PlaceView.of(place, call(place), page.now(), page.settings());
    }
}
