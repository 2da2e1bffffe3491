package org.rivages.cohort;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the smallest {@link Repair}. */
final class RepairSearch {
    private RepairSearch() {}

    /**
     * @param proof that nothing smaller does; null where the work ended or nothing is to be proven
     */
    record Found(Repair repair, @Nullable Proof proof) {}

    static Found find(People people, int asked, List<Rule> rules, Work work) {
        int places = Math.min(asked, people.size());
        Elastic elastic = new Elastic(people, places, rules);
        StageSolver solver = new StageSolver(elastic, work);
        int[] first = new int[places];
        for (int i = 0; i < places; i++) {
            first[i] = i;
        }
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
}
