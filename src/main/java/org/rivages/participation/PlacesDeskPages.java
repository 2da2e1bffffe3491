package org.rivages.participation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rivages.access.Allow;
import org.rivages.access.Role;
import org.rivages.applications.ApplicationSummary;
import org.rivages.applications.Applications;
import org.rivages.calls.CallSteps;
import org.rivages.calls.CallView;
import org.rivages.calls.Calls;
import org.rivages.selection.Replacement;
import org.rivages.shared.FuzzyDate;
import org.rivages.shared.NotFound;
import org.rivages.site.Form;
import org.rivages.site.Fragment;
import org.rivages.site.Page;
import org.rivages.site.Section;
import org.rivages.site.TodaySection;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** A class at the desk: who was offered a place, who said what, who comes next. */
@Controller
@Allow(roles = {Role.SECRETARIAT, Role.PROGRAMME_MANAGER})
public class PlacesDeskPages implements TodaySection {
    private static final Role[] ROLES = {Role.SECRETARIAT, Role.PROGRAMME_MANAGER};

    /** A line of the list. */
    public record Line(PlaceView place, ApplicationSummary application, Practical practical) {}

    /**
     * What waits in a class.
     *
     * @param open offers without an answer
     * @param free places that nobody holds
     */
    public record Waiting(CallView call, long open, int free) {}

    private final Places places;
    private final Calls calls;
    private final Applications applications;
    private final CallSteps steps;

    PlacesDeskPages(Places places, Calls calls, Applications applications, CallSteps steps) {
        this.places = places;
        this.calls = calls;
        this.applications = applications;
        this.steps = steps;
    }

    @Override
    public Optional<Section> section(Page page) {
        if (!page.viewer().hasAny(ROLES)) {
            return Optional.empty();
        }
        List<Waiting> waiting = new ArrayList<>();
        for (CallView call : calls.all()) {
            if (call.decidedAt() == null || !Calls.manages(page.viewer(), call)) {
                continue;
            }
            List<Place> all = places.of(call.id());
            long open = all.stream().filter(place -> place.state() == PlaceState.OFFERED).count();
            int free = places.free(call.id());
            if (open + free > 0) {
                waiting.add(new Waiting(call, open, free));
            }
        }
        return waiting.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Section(
                                "places",
                                "participation.desk.today",
                                60,
                                new Fragment(
                                        "org/rivages/participation/today",
                                        Map.of("waiting", waiting))));
    }

    @GetMapping("/{lang}/desk/calls/{slug}/places")
    ModelAndView list(Page page, @PathVariable String slug) {
        return show(
                page, call(page, slug), terms(places.terms(call(page, slug).id())), HttpStatus.OK);
    }

    @PostMapping("/{lang}/desk/calls/{slug}/places/terms")
    ModelAndView terms(Page page, @PathVariable String slug, Form form) {
        CallView call = call(page, slug);
        int days = form.requiredInteger("offerDays", 1, 60);
        int percent = form.requiredInteger("leastPercent", 0, 100);
        if (!form.ok()) {
            return show(page, call, form, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        places.setTerms(
                call.id(),
                new Terms(days, form.ticked("automatic"), percent),
                page.viewer().person());
        return page.redirect(path(call), "participation.saved.notice");
    }

    @PostMapping("/{lang}/desk/calls/{slug}/places/next")
    ModelAndView next(Page page, @PathVariable String slug) {
        CallView call = call(page, slug);
        boolean offered = places.offerNext(call.id(), page.viewer().person());
        return page.redirect(
                path(call),
                offered ? "participation.next-offered.notice" : "participation.nobody-next.notice");
    }

    @PostMapping("/{lang}/desk/calls/{slug}/places/{id}/extend")
    ModelAndView extend(Page page, @PathVariable String slug, @PathVariable UUID id, Form form) {
        CallView call = call(page, slug);
        Place place = place(call, id);
        Optional<FuzzyDate> day =
                form.date("until-" + id)
                        .filter(date -> date.grain() == FuzzyDate.Grain.DAY && !date.isRange());
        @Nullable Instant until =
                day.map(date -> endOf(date.start(), zone(page, call))).orElse(null);
        if (until == null || !until.isAfter(page.now())) {
            form.reject("until-" + id, "participation.desk.later-day");
            Form again = terms(places.terms(call.id()));
            again.with("until-" + id, form.value("until-" + id));
            form.problems().forEach((field, problem) -> again.reject(field, problem.key()));
            return show(page, call, again, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        places.extend(place.id(), until, page.viewer().person());
        return page.redirect(path(call), "participation.extended.notice");
    }

    /** For somebody who answered by telephone or on paper. */
    @PostMapping("/{lang}/desk/calls/{slug}/places/{id}/accept")
    ModelAndView accept(Page page, @PathVariable String slug, @PathVariable UUID id) {
        CallView call = call(page, slug);
        places.accept(place(call, id).id(), page.viewer().person());
        return page.redirect(path(call), "participation.saved.notice");
    }

    @PostMapping("/{lang}/desk/calls/{slug}/places/{id}/decline")
    ModelAndView decline(Page page, @PathVariable String slug, @PathVariable UUID id) {
        CallView call = call(page, slug);
        places.decline(
                place(call, id).id(), page.t("participation.desk.told-us"), page.viewer().person());
        return page.redirect(path(call), "participation.saved.notice");
    }

    private ModelAndView show(Page page, CallView call, Form form, HttpStatus status) {
        Map<PlaceId, Practical> practical = places.practicalOf(call.id());
        List<Line> lines =
                places.of(call.id()).stream()
                        .map(place ->
                                new Line(
                                        PlaceView.of(place, call, page.now(), page.settings()),
                                        applications.get(place.application()),
                                        practical.getOrDefault(place.id(), Practical.NONE)))
                        .toList();
        ModelAndView view =
                page.view(
                        "org/rivages/participation/places",
                        "steps",
                        steps.of(page.viewer()),
                        "call",
                        call,
                        "lines",
                        lines,
                        "free",
                        places.free(call.id()),
                        "proposal",
                        places.proposal(call.id()).orElse(null),
                        "next",
                        next(places.proposal(call.id())),
                        "form",
                        form);
        view.setStatus(status);
        return view;
    }

    private @Nullable ApplicationSummary next(Optional<Replacement> proposal) {
        return proposal.orElse(null) instanceof Replacement.Found found
                ? applications.get(found.application())
                : null;
    }

    private static Form terms(Terms terms) {
        return Form.empty()
                .with("offerDays", terms.offerDays())
                .with("leastPercent", terms.leastPercent())
                .with("automatic", terms.automatic() ? "yes" : "");
    }

    private static ZoneId zone(Page page, CallView call) {
        return call.zone() == null ? ZoneId.of(page.settings().zone()) : call.zone();
    }

    private static Instant endOf(LocalDate day, ZoneId zone) {
        return day.atTime(LocalTime.of(23, 59)).atZone(zone).toInstant();
    }

    private Place place(CallView call, UUID id) {
        return places.find(new PlaceId(id))
                .filter(place -> place.call().equals(call.id()))
                .orElseThrow(() -> new NotFound("place"));
    }

    private CallView call(Page page, String slug) {
        CallView call = calls.call(slug).orElseThrow(() -> new NotFound("call"));
        page.viewer().require(call.programme().value(), ROLES);
        return call;
    }

    private static String path(CallView call) {
        return "/desk/calls/" + call.slug() + "/places";
    }
}
