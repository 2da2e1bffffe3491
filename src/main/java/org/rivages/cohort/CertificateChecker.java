package org.rivages.cohort;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntToLongFunction;

/**
 * Recomputes from the problem alone whether an outcome is right. Shares no code with the solver and
 * uses integers only. What it does not check: that an interrupted outcome could not have gone
 * further.
 */
public final class CertificateChecker {
    private final Problem problem;
    private final CheckedRows people;

    private CertificateChecker(Problem problem) {
        this.problem = problem;
        this.people = CheckedRows.of(problem, problem.places());
    }

    public static Verdict check(Problem problem, Outcome outcome) {
        CertificateChecker checker = new CertificateChecker(problem);
        try {
            switch (outcome) {
                case Outcome.Optimal optimal -> checker.optimal(optimal);
                case Outcome.Infeasible infeasible -> checker.infeasible(infeasible);
                case Outcome.Interrupted _ -> throw broken(Verdict.Reason.NOTHING_CLAIMED, "");
            }
            return new Verdict.Holds();
        } catch (CheckedProof.Broken e) {
            return new Verdict.Refused(e.reason, String.valueOf(e.getMessage()));
        }
    }

    private static CheckedProof.Broken broken(Verdict.Reason reason, String detail) {
        return new CheckedProof.Broken(reason, detail);
    }

    private static void demand(boolean holds, Verdict.Reason reason, String detail) {
        if (!holds) {
            throw broken(reason, detail);
        }
    }

    private void optimal(Outcome.Optimal optimal) {
        int[] cohort = people.cohort(optimal.cohort());
        CheckedRows rules = people.bare(problem.places());
        problem.rules().forEach(rules::add);
        CheckedCohort.keeps(people, problem.places(), problem.rules(), List.of(), cohort);
        List<Proof> proofs = optimal.certificate().proofs();
        int aims = problem.aims().size();
        demand(optimal.values().size() == aims, Verdict.Reason.WRONG_VALUE, "number of aims");
        demand(proofs.size() > aims, Verdict.Reason.PROOF_INCOMPLETE, "number of proofs");
        for (int k = 0; k < aims; k++) {
            Aim aim = problem.aims().get(k);
            AimValue claimed = optimal.values().get(k);
            long value = CheckedCohort.value(people, aim, cohort);
            boolean right = claimed.aim().equals(aim) && claimed.value() == value;
            demand(right, Verdict.Reason.WRONG_VALUE, aim.code());
            aim(rules, aim, value, proofs.get(k));
            settle(rules, aim, value);
        }
        for (int round = 1; round <= proofs.size() - aims; round++) {
            boolean last = round == proofs.size() - aims;
            draw(rules, round, last, cohort, proofs.get(aims + round - 1));
        }
    }

    private static CheckedRows copy(CheckedRows rows) {
        CheckedRows copy = rows.bare(rows.places);
        copy.lines.clear();
        copy.lines.addAll(rows.lines);
        copy.helpers.addAll(rows.helpers);
        System.arraycopy(rows.least, 0, copy.least, 0, rows.least.length);
        System.arraycopy(rows.most, 0, copy.most, 0, rows.most.length);
        return copy;
    }

    static void aim(CheckedRows settled, Aim aim, long value, Proof proof) {
        CheckedRows rows = copy(settled);
        int first = rows.helpers.size();
        long step = 1;
        IntToLongFunction cost = _ -> 0;
        switch (aim) {
            case Aim.Score _ -> {
                cost = i -> rows.candidates[i].score();
                step = step(rows.candidates);
            }
            case Aim.Distinct distinct -> present(rows, distinct);
            case Aim.Worst worst -> {
                CheckedRows.Table table = rows.attribute(worst.attribute());
                int values = table.texts().size();
                int helper = rows.helper(0, values == 0 ? 0 : rows.places);
                for (int code = 0; code < values; code++) {
                    CheckedRows.Line persons = CheckedRows.persons(table, code, new int[0]);
                    rows.withHelper(persons, helper, -1, 0, rows.places);
                }
            }
        }
        new CheckedProof(rows, cost, first, 1, value + step).walk(proof);
    }

    /** All totals differ by multiples of this: scores do, and everybody chooses as many. */
    private static long step(Candidate[] candidates) {
        long common = 0;
        for (Candidate candidate : candidates) {
            long rest = Math.abs(candidate.score() - candidates[0].score());
            while (rest != 0) {
                long next = common % rest;
                common = rest;
                rest = next;
            }
        }
        return Math.max(1, common);
    }

    private static int present(CheckedRows rows, Aim.Distinct distinct) {
        CheckedRows.Table table = rows.attribute(distinct.attribute());
        int first = rows.helpers.size();
        for (int code = 0; code < table.texts().size(); code++) {
            int helper = rows.helper(0, 1);
            CheckedRows.Line persons = CheckedRows.persons(table, code, new int[0]);
            rows.withHelper(persons, helper, -1, 0, rows.places);
        }
        return first;
    }

    static void settle(CheckedRows rows, Aim aim, long value) {
        switch (aim) {
            case Aim.Score _ -> rows.weigh(rows.scores(), value);
            case Aim.Distinct distinct -> {
                int first = present(rows, distinct);
                rows.sumOfHelpers(first, rows.helpers.size() - first, value);
            }
            case Aim.Worst worst -> {
                CheckedRows.Table table = rows.attribute(worst.attribute());
                for (int code = 0; code < table.texts().size(); code++) {
                    rows.add(CheckedRows.Kind.TABLE, table, code, new int[0], value, rows.places);
                }
            }
        }
    }

    private void draw(CheckedRows rows, int round, boolean last, int[] cohort, Proof proof) {
        Numbers numbers = new Numbers(round);
        long sum = 0;
        for (int i : cohort) {
            sum += numbers.of(i);
        }
        CheckedRows own = copy(rows);
        if (last) {
            own.add(CheckedRows.Kind.LIST, null, -1, cohort, 0, rows.places - 1L);
        }
        new CheckedProof(own, numbers::of, own.helpers.size(), 0, last ? sum : sum + 1).walk(proof);
        if (!last) {
            long[] all = new long[rows.candidates.length];
            for (int i = 0; i < all.length; i++) {
                all[i] = numbers.of(i);
            }
            rows.weigh(all, sum);
        }
    }

    /** What the candidates draw in one round. */
    private final class Numbers {
        private final String start;
        private final long[] known;
        private final MessageDigest sha;

        Numbers(int round) {
            int length = problem.seed().getBytes(StandardCharsets.UTF_8).length;
            this.start = "rivages:" + round + ":" + length + ":" + problem.seed() + ":";
            this.known = new long[people.candidates.length];
            try {
                this.sha = MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }

        long of(int candidate) {
            if (known[candidate] == 0) {
                String text = start + people.candidates[candidate].id();
                byte[] hash = sha.digest(text.getBytes(StandardCharsets.UTF_8));
                byte[] front = {hash[0], hash[1], hash[2], hash[3]};
                known[candidate] = new BigInteger(1, front).longValueExact() + 1;
            }
            return known[candidate];
        }
    }

    private void infeasible(Outcome.Infeasible infeasible) {
        List<Rule> named = new ArrayList<>();
        Set<String> ids = new HashSet<>(infeasible.rules());
        for (Rule rule : problem.rules()) {
            if (ids.contains(rule.id())) {
                named.add(rule);
            }
        }
        List<String> found = named.stream().map(Rule::id).toList();
        demand(
                found.equals(infeasible.rules()),
                Verdict.Reason.UNKNOWN_RULE,
                infeasible.rules().toString());
        Certificate certificate = infeasible.certificate();
        demand(certificate.proofs().size() == 1, Verdict.Reason.PROOF_INCOMPLETE, "one proof");
        CheckedRows rows = people.bare(problem.places());
        named.forEach(rows::add);
        new CheckedProof(rows, _ -> 0, 0, 0, null).walk(certificate.proofs().getFirst());
        demand(
                certificate.witnesses().size() == named.size(),
                Verdict.Reason.WITNESS_FAILS,
                "number of witnesses");
        for (int k = 0; k < named.size(); k++) {
            List<Rule> others = new ArrayList<>(named);
            others.remove(k);
            witness(problem.places(), others, List.of(), certificate.witnesses().get(k));
        }
        repair(infeasible.repair(), certificate.repair());
    }

    private void witness(
            int places, List<Rule> rules, List<Repair.Change> changes, List<String> ids) {
        try {
            CheckedCohort.keeps(people, places, rules, changes, people.cohort(ids));
        } catch (CheckedProof.Broken e) {
            throw broken(Verdict.Reason.WITNESS_FAILS, String.valueOf(e.getMessage()));
        }
    }

    private void repair(Repair repair, List<Proof> proofs) {
        int places = Math.min(problem.places(), problem.candidates().size());
        CheckedRepair elastic = new CheckedRepair(people, problem.rules(), places);
        elastic.changes(repair, problem.places());
        witness(places, problem.rules(), repair.changes(), repair.cohort());
        boolean needsProof = repair.proven() && repair.total() > 0;
        demand(proofs.size() == (needsProof ? 1 : 0), Verdict.Reason.PROOF_INCOMPLETE, "repair");
        if (needsProof) {
            CheckedRows rows = elastic.rows();
            new CheckedProof(rows, _ -> 0, 0, -1, 1 - repair.total()).walk(proofs.getFirst());
        }
    }
}
