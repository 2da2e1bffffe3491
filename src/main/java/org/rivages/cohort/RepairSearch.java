package org.rivages.cohort;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Finds the smallest {@link Repair}. */
final class RepairSearch {
    private RepairSearch() {}

    /**
     * @param proof that nothing smaller does; null where the work ended or nothing is to be proven
     */
    record Found(Repair repair, @Nullable Proof proof) {}

    static Found find(People people, int asked, List<Rule> rules, Pins pins, Work work) {
        int[] first = anybody(people, asked, pins);
        int places = first.length;
        Elastic elastic = new Elastic(people, places, rules, pins);
        StageSolver solver = new StageSolver(elastic, work);
        solver.suggest(first);
        boolean proven = true;
        Proof proof = null;
        try {
            proof = solver.solve(List.of()).proof();
        } catch (Work.Ended _) {
            proven = false;
        }
        int[] best = solver.best() == null ? first : solver.best();
        List<Repair.Change> changes = new ArrayList<>();
        if (places < asked) {
            changes.add(new Repair.Change("", Repair.Kind.PLACES, asked, places));
        }
        changes.addAll(elastic.changes(best));
        long total = -elastic.value(best);
        Repair repair = new Repair(changes, total, proven, people.ids(best));
        return new Found(repair, total > 0 ? proof : null);
    }

    /** Those who are in, and others who are not out, as many as there are places. */
    private static int[] anybody(People people, int asked, Pins pins) {
        boolean[] in = new boolean[people.size()];
        boolean[] out = new boolean[people.size()];
        for (int i : pins.in()) {
            in[i] = true;
        }
        for (int i : pins.out()) {
            out[i] = true;
        }
        int missing = asked - pins.in().length;
        for (int i = 0; i < in.length && missing > 0; i++) {
            if (!in[i] && !out[i]) {
                in[i] = true;
                missing--;
            }
        }
        return IntStream.range(0, in.length).filter(i -> in[i]).toArray();
    }
}
