package org.rivages.reviews;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.rivages.access.Role;
import org.rivages.accounts.Accounts;
import org.rivages.accounts.Person;
import org.rivages.applications.ApplicationId;
import org.rivages.applications.ApplicationSummary;
import org.rivages.applications.Applications;
import org.rivages.calls.CallView;
import org.springframework.stereotype.Component;

/** Draws a panel for those who run the call. */
@Component
class PanelViews {
    private final PanelStore store;
    private final ReviewStore reviews;
    private final Conflicts conflicts;
    private final Applications applications;
    private final Accounts accounts;

    PanelViews(
            PanelStore store,
            ReviewStore reviews,
            Conflicts conflicts,
            Applications applications,
            Accounts accounts) {
        this.store = store;
        this.reviews = reviews;
        this.conflicts = conflicts;
        this.applications = applications;
        this.accounts = accounts;
    }

    PanelView view(CallView call, Panel panel) {
        List<ApplicationSummary> eligible = applications.eligible(call.id());
        List<Review> all = reviews.ofCall(call.id());
        List<PanelJuror> jurors = jurors(call, all);
        Set<UUID> seated =
                jurors.stream().map(juror -> juror.person().id()).collect(Collectors.toSet());
        List<Person> available =
                accounts.holding(Role.REVIEWER, call.programme().value()).stream()
                        .filter(person -> !seated.contains(person.id()))
                        .toList();
        Map<ApplicationId, Long> readers =
                all.stream()
                        .collect(Collectors.groupingBy(Review::application, Collectors.counting()));
        int least = jurors.stream().mapToInt(PanelJuror::assigned).min().orElse(0);
        int most = jurors.stream().mapToInt(PanelJuror::assigned).max().orElse(0);
        return new PanelView(
                call,
                panel,
                jurors,
                available,
                conflicts(call, jurors, eligible),
                eligible.size(),
                all.size(),
                (int) all.stream().filter(Review::finished).count(),
                (int)
                        eligible.stream()
                                .filter(one ->
                                        readers.getOrDefault(one.id(), 0L) < panel.perApplication())
                                .count(),
                all.stream().anyMatch(review -> review.state() != ReviewState.ASSIGNED),
                most - least > 1);
    }

    List<PanelJuror> jurors(CallView call, List<Review> all) {
        List<PanelStore.Seat> seats = store.seats(call.id());
        List<UUID> ids = seats.stream().map(PanelStore.Seat::juror).toList();
        Map<UUID, Person> people = accounts.people(ids);
        Map<UUID, JurorProfile> profiles = store.profiles(ids);
        Map<UUID, Severity> severities = Reviews.severities(all);
        Map<UUID, List<Review>> own = all.stream().collect(Collectors.groupingBy(Review::juror));
        List<PanelJuror> jurors = new ArrayList<>();
        for (PanelStore.Seat seat : seats) {
            Person person = people.get(seat.juror());
            if (person != null) {
                List<Review> mine = own.getOrDefault(seat.juror(), List.of());
                jurors.add(
                        new PanelJuror(
                                person,
                                Objects.requireNonNull(profiles.get(seat.juror())),
                                seat.most(),
                                mine.size(),
                                count(mine, ReviewState.DRAFT),
                                count(mine, ReviewState.FINISHED),
                                severities.get(seat.juror())));
            }
        }
        jurors.sort(Comparator.comparing(juror -> juror.person().name()));
        return jurors;
    }

    private static int count(List<Review> reviews, ReviewState state) {
        return (int) reviews.stream().filter(review -> review.state() == state).count();
    }

    private List<PanelView.ConflictLine> conflicts(
            CallView call, List<PanelJuror> jurors, List<ApplicationSummary> eligible) {
        Map<ApplicationId, ApplicationSummary> byId =
                eligible.stream()
                        .collect(Collectors.toMap(ApplicationSummary::id, Function.identity()));
        Map<UUID, Person> people = new HashMap<>();
        jurors.forEach(juror -> people.put(juror.person().id(), juror.person()));
        List<PanelView.ConflictLine> lines = new ArrayList<>();
        conflicts
                .of(call.id())
                .forEach((juror, own) ->
                        own.forEach((application, kinds) -> {
                            Person person = people.get(juror);
                            ApplicationSummary summary = byId.get(application);
                            if (person != null && summary != null) {
                                lines.add(
                                        new PanelView.ConflictLine(
                                                person,
                                                summary,
                                                kinds.stream()
                                                        .map(ConflictKind::code)
                                                        .sorted()
                                                        .toList(),
                                                kinds.contains(ConflictKind.DECLARED)));
                            }
                        }));
        lines.sort(
                Comparator.comparing((PanelView.ConflictLine line) -> line.juror().name())
                        .thenComparing(line -> line.application().number()));
        return lines;
    }
}
