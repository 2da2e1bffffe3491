package org.rivages.selection;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.rivages.applications.ApplicationId;
import org.rivages.applications.ApplicationSummary;

/** What the picks on a board come to for everybody: who is told what. Pure. */
record Decided(List<Person> people) {
    /**
     * @param rank from 1: by score, on the reserve in its order
     */
    record Person(ApplicationSummary summary, Outcome outcome, int rank, int score) {
        Chosen chosen() {
            return new Chosen(summary.id(), rank, score);
        }
    }

    static Decided of(Candidates.All all, Map<ApplicationId, Pick> picks) {
        Map<Outcome, List<Person>> people = new EnumMap<>(Outcome.class);
        Outcome.CHOICE.forEach(outcome -> people.put(outcome, new ArrayList<>()));
        Map<ApplicationId, Candidate> byId = new HashMap<>();
        for (Candidate candidate : all.candidates()) {
            byId.put(candidate.id(), candidate);
            Pick pick = picks.get(candidate.id());
            switch (pick == null ? PickState.OUT : pick.state()) {
                case IN -> add(people, Outcome.SELECTED, all, candidate);
                case OUT -> add(people, Outcome.REFUSED, all, candidate);
                case RESERVE -> {
                    // below, in its own order
                }
            }
        }
        for (Pick pick : Committee.reserve(picks)) {
            Candidate candidate = byId.get(pick.application());
            if (candidate != null) {
                add(people, Outcome.RESERVE, all, candidate);
            }
        }
        return new Decided(people.values().stream().flatMap(List::stream).toList());
    }

    private static void add(
            Map<Outcome, List<Person>> people,
            Outcome outcome,
            Candidates.All all,
            Candidate candidate) {
        List<Person> own = Objects.requireNonNull(people.get(outcome));
        ApplicationSummary summary = Objects.requireNonNull(all.summaries().get(candidate.id()));
        own.add(new Person(summary, outcome, own.size() + 1, candidate.score()));
    }

    List<Chosen> with(Outcome outcome) {
        return people.stream()
                .filter(person -> person.outcome() == outcome)
                .map(Person::chosen)
                .toList();
    }
}
