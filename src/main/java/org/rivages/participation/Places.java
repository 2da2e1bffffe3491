package org.rivages.participation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rivages.applications.ApplicationId;
import org.rivages.applications.ApplicationSummary;
import org.rivages.applications.Applications;
import org.rivages.applications.Decision;
import org.rivages.audit.AuditTrail;
import org.rivages.calls.CallId;
import org.rivages.calls.Calls;
import org.rivages.selection.Replacement;
import org.rivages.selection.Selection;
import org.rivages.shared.Conflict;
import org.rivages.shared.LocalizedText;
import org.rivages.shared.NotFound;
import org.rivages.shared.Now;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The front door for places: offered, answered, passed on. Every step may be repeated without harm;
 * one writer at a time for a call.
 */
@Component
public class Places {
    private final PlaceStore store;
    private final Applications applications;
    private final Calls calls;
    private final Selection selection;
    private final PlaceMails mails;
    private final AuditTrail audit;
    private final Now now;

    Places(
            PlaceStore store,
            Applications applications,
            Calls calls,
            Selection selection,
            PlaceMails mails,
            AuditTrail audit,
            Now now) {
        this.store = store;
        this.applications = applications;
        this.calls = calls;
        this.selection = selection;
        this.mails = mails;
        this.audit = audit;
        this.now = now;
    }

    public Optional<Place> find(PlaceId id) {
        return store.find(id);
    }

    public List<Place> of(CallId call) {
        return store.of(call);
    }

    public List<Place> ofPerson(UUID person) {
        return store.ofPerson(person);
    }

    /** Those who said yes. */
    public List<Place> accepted(CallId call) {
        return store.of(call).stream()
                .filter(place -> place.state() == PlaceState.ACCEPTED)
                .toList();
    }

    public Terms terms(CallId call) {
        return store.terms(call);
    }

    @Transactional
    public void setTerms(CallId call, Terms terms, UUID actor) {
        store.save(call, terms);
        audit.record(
                actor,
                "participation.terms-set",
                call.value(),
                Map.of(
                        "offerDays",
                        terms.offerDays(),
                        "automatic",
                        terms.automatic(),
                        "leastPercent",
                        terms.leastPercent()));
    }

    /** Offers a place to each; those who were offered one before are left alone. */
    @Transactional
    public void offer(CallId call, List<ApplicationId> selected) {
        store.lockCall(call);
        for (ApplicationId application : selected) {
            offer(call, application, null, LocalizedText.EMPTY, null);
        }
    }

    private boolean offer(
            CallId call,
            ApplicationId id,
            @Nullable Integer rank,
            LocalizedText reason,
            @Nullable UUID actor) {
        ApplicationSummary application = applications.get(id);
        Instant at = now.instant();
        Place place =
                new Place(
                        new PlaceId(UUID.randomUUID()),
                        call,
                        id,
                        application.person(),
                        rank,
                        reason,
                        PlaceState.OFFERED,
                        at,
                        at.plus(Duration.ofDays(store.terms(call).offerDays())),
                        null,
                        "");
        if (!store.insert(place)) {
            return false;
        }
        if (rank != null) {
            applications.decided(id, Decision.SELECTED, actor);
        }
        audit.record(
                actor,
                "participation.place-offered",
                place.id().value(),
                Map.of("application", id.value(), "rank", rank == null ? 0 : rank));
        mails.offered(place, application, calls.call(call).orElseThrow());
        return true;
    }

    /** Says yes. Saying it twice is saying it once. */
    @Transactional
    public Place accept(PlaceId id, @Nullable UUID actor) {
        Place place = store.lock(id).orElseThrow(() -> new NotFound("place"));
        if (place.state() == PlaceState.ACCEPTED) {
            return place;
        }
        if (!place.open(now.instant())) {
            throw new Conflict("participation.conflict.offer-over");
        }
        settle(place, PlaceState.ACCEPTED, "", actor);
        applications.decided(place.application(), Decision.CONFIRMED, actor);
        mails.accepted(
                place,
                applications.get(place.application()),
                calls.call(place.call()).orElseThrow());
        return store.find(id).orElseThrow();
    }

    /** Says no, or gives an accepted place back; the place goes on to the reserve. */
    @Transactional
    public Place decline(PlaceId id, String reason, @Nullable UUID actor) {
        Place seen = store.find(id).orElseThrow(() -> new NotFound("place"));
        store.lockCall(seen.call());
        Place place = store.lock(id).orElseThrow(() -> new NotFound("place"));
        switch (place.state()) {
            case DECLINED, WITHDRAWN -> {
                return place;
            }
            case EXPIRED -> throw new Conflict("participation.conflict.offer-over");
            case OFFERED -> settle(place, PlaceState.DECLINED, reason, actor);
            case ACCEPTED -> settle(place, PlaceState.WITHDRAWN, reason, actor);
        }
        applications.decided(place.application(), Decision.DECLINED, actor);
        mails.declined(
                place,
                applications.get(place.application()),
                calls.call(place.call()).orElseThrow());
        passOnIfAutomatic(place.call());
        return store.find(id).orElseThrow();
    }

    /**
     * Gives an open or expired offer a later date, unless the place went to somebody else
     * meanwhile.
     */
    @Transactional
    public void extend(PlaceId id, Instant answerBy, UUID actor) {
        Place seen = store.find(id).orElseThrow(() -> new NotFound("place"));
        store.lockCall(seen.call());
        Place place = store.lock(id).orElseThrow(() -> new NotFound("place"));
        boolean open = place.state() == PlaceState.OFFERED;
        boolean stillFree = place.state() == PlaceState.EXPIRED && free(place.call()) > 0;
        if (!(open || stillFree) || !answerBy.isAfter(now.instant())) {
            throw new Conflict("participation.conflict.cannot-extend");
        }
        store.extend(id, answerBy);
        if (place.state() == PlaceState.EXPIRED) {
            applications.decided(place.application(), Decision.SELECTED, actor);
        }
        audit.record(
                actor,
                "participation.offer-extended",
                id.value(),
                Map.of("from", place.answerBy().toString(), "to", answerBy.toString()));
        mails.extended(
                store.find(id).orElseThrow(),
                applications.get(place.application()),
                calls.call(place.call()).orElseThrow());
    }

    /**
     * Ends the offers whose date has passed; says how many. Runs often, on any copy of the program.
     */
    @Transactional
    public int expire() {
        List<Place> due = store.due(now.instant(), 200);
        for (Place place : due) {
            settle(place, PlaceState.EXPIRED, "", null);
            applications.decided(place.application(), Decision.DECLINED, null);
            mails.expired(
                    place,
                    applications.get(place.application()),
                    calls.call(place.call()).orElseThrow());
        }
        due.stream().map(Place::call).distinct().forEach(this::passOnIfAutomatic);
        return due.size();
    }

    private void settle(Place place, PlaceState state, String reason, @Nullable UUID actor) {
        store.answer(place.id(), state, now.instant(), reason);
        audit.record(
                actor,
                "participation.place-" + state.code(),
                place.id().value(),
                Map.of("application", place.application().value()));
    }

    // ---- the reserve

    /** Places that nobody holds and nobody is asked about. */
    public int free(CallId call) {
        List<Place> places = store.of(call);
        if (places.isEmpty()) {
            return 0;
        }
        long held = places.stream().filter(place -> place.state().holds()).count();
        return (int) Math.max(0, selection.selected(call).size() - held);
    }

    /** Whom the selection proposes for a free place, and why; empty while none is free. */
    @Transactional
    public Optional<Replacement> proposal(CallId call) {
        if (free(call) == 0) {
            return Optional.empty();
        }
        List<ApplicationId> gone = new ArrayList<>();
        List<ApplicationId> offered = new ArrayList<>();
        for (Place place : store.of(call)) {
            (place.state().holds() ? offered : gone).add(place.application());
        }
        return Optional.of(selection.nextReserve(call, gone, offered));
    }

    /**
     * Offers a free place to the one proposed; false when there is none, or it was done already.
     */
    @Transactional
    public boolean offerNext(CallId call, @Nullable UUID actor) {
        store.lockCall(call);
        return proposal(call)
                .map(proposal ->
                        switch (proposal) {
                            case Replacement.Found found ->
                                    offer(
                                            call,
                                            found.application(),
                                            found.rank(),
                                            found.reason(),
                                            actor);
                            case Replacement.None none -> false;
                        })
                .orElse(false);
    }

    private void passOnIfAutomatic(CallId call) {
        if (store.terms(call).automatic()) {
            while (offerNext(call, null)) {
                // until no place is free or nobody fits
            }
        }
    }

    // ---- practical matters

    public Practical practical(PlaceId id) {
        return store.practical(id);
    }

    public Map<PlaceId, Practical> practicalOf(CallId call) {
        return store.practicalOf(call);
    }

    @Transactional
    public void setPractical(PlaceId id, Practical practical, UUID actor) {
        store.save(id, practical);
        audit.record(actor, "participation.practical-set", id.value(), Map.of());
    }
}
