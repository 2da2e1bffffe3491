package org.rivages.cohort;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * The draw, from the seed alone. SHA-256 over the UTF-8 text {@code
 * rivages-lottery:KIND:LENGTH:SEED:NAME}, LENGTH being the bytes of the seed, gives every KIND and
 * NAME a number.
 *
 * <ol>
 *   <li>The ticket: the numbers of kind {@code ticket} named 0, 1, … one after another, as many as
 *       have 128 bits more than the number of tickets, are a fraction of one; times the number of
 *       tickets, rounded down, it is the ticket. Cohorts hold tickets in their order.
 *   <li>Equals are exchanged: groups of the same make take the choices made in such groups, in
 *       ascending order, by ascending number of kind {@code group}; and everywhere as many of a
 *       class as the cohort has are those with the lowest numbers of kind {@code member}.
 * </ol>
 */
final class LotteryDraw {
    private final String seed;
    private final People people;
    private final LotteryOrbits orbits;
    private final MessageDigest sha;

    LotteryDraw(String seed, People people, LotteryOrbits orbits) {
        this.seed = seed;
        this.people = people;
        this.orbits = orbits;
        try {
            this.sha = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Sixty-four digits, which sort like the number. */
    private String number(String kind, String name) {
        int length = seed.getBytes(StandardCharsets.UTF_8).length;
        String text = "rivages-lottery:" + kind + ":" + length + ":" + seed + ":" + name;
        return HexFormat.of().formatHex(sha.digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** The place of the cohort that holds the drawn ticket. */
    int ticket(List<BigInteger> tickets) {
        BigInteger all = tickets.stream().reduce(BigInteger.ZERO, BigInteger::add);
        StringBuilder digits = new StringBuilder();
        for (int block = 0; digits.length() * 4 < all.bitLength() + 128; block++) {
            digits.append(number("ticket", String.valueOf(block)));
        }
        BigInteger ticket =
                new BigInteger(digits.toString(), 16).multiply(all).shiftRight(digits.length() * 4);
        int at = 0;
        while (ticket.compareTo(tickets.get(at)) >= 0) {
            ticket = ticket.subtract(tickets.get(at++));
        }
        return at;
    }

    /** The cohort with equals exchanged; ascending. */
    int[] exchanged(int[] cohort) {
        List<Integer> drawn = new ArrayList<>();
        int[] free = new int[orbits.count()];
        Map<Integer, int[]> choices = new TreeMap<>();
        for (int i : cohort) {
            if (orbits.group()[i] < 0) {
                free[orbits.of()[i]]++;
            } else {
                choices.computeIfAbsent(orbits.group()[i], _ -> new int[orbits.count()])[
                        orbits.of()[i]]++;
            }
        }
        for (int orbit = 0; orbit < free.length; orbit++) {
            take(drawn, orbits.members()[orbit], free[orbit]);
        }
        for (List<Integer> alike : alike().values()) {
            List<int[]> made =
                    alike.stream()
                            .map(group -> choices.getOrDefault(group, new int[orbits.count()]))
                            .sorted(Arrays::compare)
                            .toList();
            List<Integer> order =
                    alike.stream()
                            .sorted(
                                    Comparator.comparing(group ->
                                            number("group", people.groups().values().get(group))))
                            .toList();
            for (int k = 0; k < order.size(); k++) {
                choose(drawn, order.get(k), made.get(k));
            }
        }
        return drawn.stream().mapToInt(i -> i).sorted().toArray();
    }

    /** First class of a group → the groups of this make. */
    private Map<Integer, List<Integer>> alike() {
        Map<Integer, Integer> first = new TreeMap<>();
        for (int i = 0; i < orbits.of().length; i++) {
            if (orbits.group()[i] >= 0) {
                first.merge(orbits.group()[i], orbits.of()[i], Math::min);
            }
        }
        Map<Integer, List<Integer>> alike = new TreeMap<>();
        first.forEach(
                (group, orbit) -> alike.computeIfAbsent(orbit, _ -> new ArrayList<>()).add(group));
        return alike;
    }

    private void choose(List<Integer> drawn, int group, int[] counts) {
        for (int orbit = 0; orbit < counts.length; orbit++) {
            if (counts[orbit] > 0) {
                int[] here =
                        Arrays.stream(orbits.members()[orbit])
                                .filter(i -> orbits.group()[i] == group)
                                .toArray();
                take(drawn, here, counts[orbit]);
            }
        }
    }

    private void take(List<Integer> drawn, int[] from, int count) {
        if (count > 0) {
            record Numbered(String number, int candidate) {}
            Arrays.stream(from)
                    .mapToObj(i -> new Numbered(number("member", people.id(i)), i))
                    .sorted(Comparator.comparing(Numbered::number))
                    .limit(count)
                    .forEach(one -> drawn.add(Objects.requireNonNull(one).candidate()));
        }
    }
}
