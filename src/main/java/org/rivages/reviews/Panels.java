package org.rivages.reviews;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rivages.access.Role;
import org.rivages.accounts.Accounts;
import org.rivages.accounts.Person;
import org.rivages.applications.ApplicationId;
import org.rivages.applications.ApplicationSummary;
import org.rivages.applications.Applications;
import org.rivages.audit.AuditTrail;
import org.rivages.calls.CallId;
import org.rivages.calls.CallView;
import org.rivages.calls.Calls;
import org.rivages.cohort.AssignmentChecker;
import org.rivages.cohort.AssignmentOutcome;
import org.rivages.cohort.AssignmentProblem;
import org.rivages.cohort.AssignmentSolver;
import org.rivages.shared.Conflict;
import org.rivages.shared.Language;
import org.rivages.shared.NotFound;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sets up who reads what: the panel of a call, its jurors, the assignment. The caller has checked
 * that the actor runs the call.
 */
@Component
public class Panels {
    private final PanelStore panels;
    private final ReviewStore reviews;
    private final Conflicts conflicts;
    private final Applications applications;
    private final Calls calls;
    private final Accounts accounts;
    private final AuditTrail audit;

    Panels(
            PanelStore panels,
            ReviewStore reviews,
            Conflicts conflicts,
            Applications applications,
            Calls calls,
            Accounts accounts,
            AuditTrail audit) {
        this.panels = panels;
        this.reviews = reviews;
        this.conflicts = conflicts;
        this.applications = applications;
        this.calls = calls;
        this.accounts = accounts;
        this.audit = audit;
    }

    /** Makes the panel if there is none yet. */
    @Transactional
    public Panel open(Panel panel, @Nullable UUID actor) {
        if (panels.insert(panel)) {
            audit.record(actor, "reviews.panel-opened", panel.call().value(), Map.of());
        }
        return panels.panel(panel.call()).orElseThrow();
    }

    /** Changes grid and settings. The grid stays as it is once a review has begun. */
    @Transactional
    public void change(Panel panel, UUID actor) {
        Panel before = panels.lock(panel.call()).orElseThrow(() -> new NotFound("panel"));
        if (!before.grid().equals(panel.grid()) && reviews.begun(panel.call())) {
            throw new Conflict("reviews.conflict.grid-fixed");
        }
        if (!panels.update(panel)) {
            throw new Conflict("reviews.conflict.changed");
        }
        audit.record(
                actor,
                "reviews.panel-changed",
                panel.call().value(),
                Map.of(
                        "grid",
                        !before.grid().equals(panel.grid()),
                        "perApplication",
                        panel.perApplication(),
                        "blind",
                        panel.blind(),
                        "othersAfterOwn",
                        panel.othersAfterOwn()));
    }

    /**
     * Seats a reviewer, or changes how many they take. Their own language counts as read until
     * their profile says otherwise.
     */
    @Transactional
    public void seat(CallId call, UUID juror, @Nullable Integer most, @Nullable UUID actor) {
        CallView view = calls.call(call).orElseThrow(() -> new NotFound("call"));
        Person person =
                accounts.holding(Role.REVIEWER, view.programme().value()).stream()
                        .filter(one -> one.id().equals(juror))
                        .findFirst()
                        .orElseThrow(() -> new NotFound("reviewer"));
        panels.seat(call, juror, most);
        JurorProfile profile = profile(juror);
        if (profile.languages().isEmpty()) {
            panels.save(
                    new JurorProfile(
                            juror,
                            profile.organisation(),
                            profile.organisationId(),
                            profile.city(),
                            Set.of(person.language())));
        }
        audit.record(actor, "reviews.juror-seated", call.value(), Map.of("juror", juror));
    }

    /** Takes a juror from the panel; what they finished stays and counts. */
    @Transactional
    public void unseat(CallId call, UUID juror, UUID actor) {
        panels.lock(call);
        panels.unseat(call, juror);
        reviews.remove(
                reviews.ofCall(call).stream()
                        .filter(review -> review.juror().equals(juror) && !review.finished())
                        .map(Review::id)
                        .toList());
        audit.record(actor, "reviews.juror-unseated", call.value(), Map.of("juror", juror));
    }

    public JurorProfile profile(UUID juror) {
        return panels.profiles(List.of(juror)).values().iterator().next();
    }

    @Transactional
    public void save(JurorProfile profile, @Nullable UUID actor) {
        panels.save(profile);
        audit.record(actor, "reviews.juror-profile-changed", profile.juror(), Map.of());
    }

    /**
     * Deals every eligible application to as many jurors as the panel wants. Reviews that have
     * begun stay, all others are dealt afresh; a conflict that was found since takes an unfinished
     * review away.
     */
    @Transactional
    public Dealt deal(CallId call, @Nullable UUID actor) {
        Panel panel = panels.lock(call).orElseThrow(() -> new NotFound("panel"));
        List<ApplicationSummary> eligible = applications.eligible(call);
        List<PanelStore.Seat> seats = panels.seats(call);
        Map<ApplicationId, Set<UUID>> readers = new HashMap<>();
        List<AssignmentProblem.Application> wanting = wanting(panel, eligible, seats, readers);
        AssignmentProblem problem =
                new AssignmentProblem(
                        wanting,
                        seats.stream().map(Panels::reviewer).toList(),
                        (application, reviewer) ->
                                readers.getOrDefault(eligible.get(application).id(), Set.of())
                                                .contains(seats.get(reviewer).juror())
                                        ? 0
                                        : AssignmentProblem.Affinity.FORBIDDEN,
                        AssignmentProblem.Aim.EVEN_LOADS);
        AssignmentOutcome outcome = AssignmentSolver.solve(problem);
        AssignmentChecker.Flaw flaw = AssignmentChecker.check(problem, outcome);
        if (flaw != null) {
            throw new IllegalStateException("the deal is not proven: " + flaw);
        }
        return switch (outcome) {
            case AssignmentOutcome.Impossible impossible ->
                    new Dealt.Impossible(List.of(shortage(impossible.shortage(), eligible)));
            case AssignmentOutcome.Assigned assigned -> store(call, assigned, seats, actor);
        };
    }

    private static AssignmentProblem.Reviewer reviewer(PanelStore.Seat seat) {
        Integer most = seat.most();
        return new AssignmentProblem.Reviewer(
                seat.juror().toString(), 0, most == null ? AssignmentProblem.NO_LIMIT : most);
    }

    /**
     * @param readersOf is filled: who may read which application, free of conflict and in a
     *     language of theirs
     */
    private List<AssignmentProblem.Application> wanting(
            Panel panel,
            List<ApplicationSummary> eligible,
            List<PanelStore.Seat> seats,
            Map<ApplicationId, Set<UUID>> readersOf) {
        var found = conflicts.of(panel.call(), eligible);
        List<UUID> ids = seats.stream().map(PanelStore.Seat::juror).toList();
        Map<UUID, JurorProfile> profiles = panels.profiles(ids);
        Map<ApplicationId, Set<UUID>> kept = kept(panel.call(), found, new HashSet<>(ids));
        List<AssignmentProblem.Application> wanting = new ArrayList<>();
        for (ApplicationSummary application : eligible) {
            Set<UUID> readers = new TreeSet<>();
            for (UUID juror : ids) {
                boolean free = !found.getOrDefault(juror, Map.of()).containsKey(application.id());
                Language language = application.language();
                JurorProfile profile = profiles.get(juror);
                if (free && profile != null && profile.languages().contains(language)) {
                    readers.add(juror);
                }
            }
            readersOf.put(application.id(), readers);
            wanting.add(
                    new AssignmentProblem.Application(
                            application.id().toString(),
                            panel.perApplication(),
                            kept.getOrDefault(application.id(), Set.of()).stream()
                                    .map(UUID::toString)
                                    .collect(Collectors.toSet())));
        }
        return wanting;
    }

    /**
     * Finished reviews stay in any case; begun ones where their juror still sits and has no
     * conflict.
     */
    private Map<ApplicationId, Set<UUID>> kept(
            CallId call, Map<UUID, Map<ApplicationId, Set<ConflictKind>>> found, Set<UUID> seated) {
        Map<ApplicationId, Set<UUID>> kept = new HashMap<>();
        for (Review review : reviews.ofCall(call)) {
            boolean conflict =
                    found.getOrDefault(review.juror(), Map.of()).containsKey(review.application());
            if (review.finished()
                    || (review.state() == ReviewState.DRAFT
                            && !conflict
                            && seated.contains(review.juror()))) {
                kept.computeIfAbsent(review.application(), a -> new TreeSet<>())
                        .add(review.juror());
            }
        }
        return kept;
    }

    private Dealt store(
            CallId call,
            AssignmentOutcome.Assigned assigned,
            List<PanelStore.Seat> seats,
            @Nullable UUID actor) {
        List<Review> standing = reviews.ofCall(call);
        reviews.remove(
                standing.stream()
                        .filter(review -> !review.finished() && !dealtTo(assigned, review))
                        .map(Review::id)
                        .toList());
        Set<List<String>> had =
                standing.stream()
                        .map(review ->
                                List.of(review.application().toString(), review.juror().toString()))
                        .collect(Collectors.toSet());
        Map<String, Integer> loads = new HashMap<>();
        seats.forEach(seat -> loads.put(seat.juror().toString(), 0));
        int added = 0;
        for (var entry : assigned.reviewers().entrySet()) {
            for (String juror : entry.getValue()) {
                loads.computeIfPresent(juror, (id, load) -> load + 1);
                if (!had.contains(List.of(entry.getKey(), juror))) {
                    reviews.assign(
                            call,
                            new ApplicationId(UUID.fromString(entry.getKey())),
                            UUID.fromString(juror));
                    added++;
                }
            }
        }
        audit.record(actor, "reviews.dealt", call.value(), Map.of("added", added));
        return new Dealt.Done(
                added,
                loads.values().stream().mapToInt(Integer::intValue).min().orElse(0),
                loads.values().stream().mapToInt(Integer::intValue).max().orElse(0));
    }

    private static boolean dealtTo(AssignmentOutcome.Assigned assigned, Review review) {
        return assigned.reviewers()
                .getOrDefault(review.application().toString(), List.of())
                .contains(review.juror().toString());
    }

    private static Dealt.Shortage shortage(
            AssignmentOutcome.Shortage shortage, List<ApplicationSummary> eligible) {
        Set<String> applications =
                switch (shortage) {
                    case AssignmentOutcome.TooFewReviewers few -> few.applications();
                    case AssignmentOutcome.TooFewApplications few -> few.applications();
                };
        Set<String> jurors =
                switch (shortage) {
                    case AssignmentOutcome.TooFewReviewers few -> few.reviewers();
                    case AssignmentOutcome.TooFewApplications few -> few.reviewers();
                };
        return new Dealt.Shortage(
                eligible.stream()
                        .filter(one -> applications.contains(one.id().toString()))
                        .map(ApplicationSummary::number)
                        .sorted()
                        .toList(),
                jurors.stream().sorted().map(UUID::fromString).toList(),
                shortage.wanted(),
                shortage.possible());
    }
}
