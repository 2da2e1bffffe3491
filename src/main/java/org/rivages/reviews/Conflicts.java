package org.rivages.reviews;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.rivages.applications.ApplicationId;
import org.rivages.applications.ApplicationSummary;
import org.rivages.applications.Applications;
import org.rivages.audit.AuditTrail;
import org.rivages.calls.CallId;
import org.rivages.shared.NotFound;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Conflicts of interest: those that are declared, and those that are found afresh each time. */
@Component
public class Conflicts {
    private final PanelStore panels;
    private final ReviewStore reviews;
    private final Applications applications;
    private final AuditTrail audit;

    Conflicts(PanelStore panels, ReviewStore reviews, Applications applications, AuditTrail audit) {
        this.panels = panels;
        this.reviews = reviews;
        this.applications = applications;
        this.audit = audit;
    }

    /** A juror must not read this application; what they wrote about it is taken away. */
    @Transactional
    public void declare(
            CallId call, UUID juror, ApplicationId application, String reason, UUID actor) {
        if (panels.lock(call).isEmpty()) {
            throw new NotFound("panel");
        }
        if (panels.declare(call, new PanelStore.Declared(juror, application, reason), actor)) {
            reviews.remove(
                    reviews.ofApplication(application).stream()
                            .filter(review -> review.juror().equals(juror))
                            .map(Review::id)
                            .toList());
            audit.record(
                    actor,
                    "reviews.conflict-declared",
                    application.value(),
                    Map.of("juror", juror));
        }
    }

    @Transactional
    public void withdraw(UUID juror, ApplicationId application, UUID actor) {
        if (panels.withdraw(juror, application)) {
            audit.record(
                    actor,
                    "reviews.conflict-withdrawn",
                    application.value(),
                    Map.of("juror", juror));
        }
    }

    /** Juror → application → why they may not read it: declared and found, of this call. */
    public Map<UUID, Map<ApplicationId, Set<ConflictKind>>> of(CallId call) {
        return of(call, applications.eligible(call));
    }

    Map<UUID, Map<ApplicationId, Set<ConflictKind>>> of(
            CallId call, List<ApplicationSummary> eligible) {
        List<UUID> jurors = panels.seats(call).stream().map(PanelStore.Seat::juror).toList();
        Map<UUID, Map<ApplicationId, Set<ConflictKind>>> conflicts = new HashMap<>();
        panels.profiles(jurors)
                .forEach((juror, profile) -> {
                    Map<ApplicationId, Set<ConflictKind>> own = new HashMap<>();
                    for (ApplicationSummary application : eligible) {
                        Set<ConflictKind> found = ConflictKind.found(profile, application);
                        if (!found.isEmpty()) {
                            own.put(application.id(), found);
                        }
                    }
                    conflicts.put(juror, own);
                });
        for (PanelStore.Declared declared : panels.declared(call)) {
            conflicts
                    .computeIfAbsent(declared.juror(), j -> new HashMap<>())
                    .computeIfAbsent(
                            declared.application(), a -> EnumSet.noneOf(ConflictKind.class))
                    .add(ConflictKind.DECLARED);
        }
        return conflicts;
    }
}
