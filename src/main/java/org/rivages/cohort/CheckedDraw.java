package org.rivages.cohort;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** The draw as {@code docs/lottery.md} lays it down, made again by the checker. */
final class CheckedDraw {
    private final String seed;
    private final CheckedRows people;
    private final CheckedClasses classes;
    private final MessageDigest sha;

    CheckedDraw(String seed, CheckedRows people, CheckedClasses classes) {
        this.seed = seed;
        this.people = people;
        this.classes = classes;
        try {
            this.sha = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private BigInteger number(String kind, String name) {
        byte[] bytes = seed.getBytes(StandardCharsets.UTF_8);
        String text =
                String.join(":", "rivages-lottery", kind, String.valueOf(bytes.length), seed, name);
        return new BigInteger(1, sha.digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    int holder(List<BigInteger> tickets) {
        BigInteger all = BigInteger.ZERO;
        for (BigInteger held : tickets) {
            all = all.add(held);
        }
        BigInteger number = BigInteger.ZERO;
        int bits = 0;
        while (bits < all.bitLength() + 128) {
            number = number.shiftLeft(256).add(number("ticket", String.valueOf(bits / 256)));
            bits += 256;
        }
        BigInteger ticket = number.multiply(all).shiftRight(bits);
        BigInteger end = BigInteger.ZERO;
        int holder = -1;
        while (end.compareTo(ticket) <= 0) {
            end = end.add(tickets.get(++holder));
        }
        return holder;
    }

    /** Ids, ascending. */
    List<String> exchanged(int[] cohort) {
        // how many of each class, apart for each crowded group
        Map<String, Map<Integer, Integer>> choices = new HashMap<>();
        for (int i : cohort) {
            choices.computeIfAbsent(classes.group()[i], _ -> new TreeMap<>())
                    .merge(classes.of()[i], 1, Integer::sum);
        }
        List<String> drawn = new ArrayList<>();
        choices.getOrDefault("", Map.of()).forEach((own, count) -> lowest(drawn, "", own, count));
        Map<String, Integer> make = new HashMap<>();
        for (int i = 0; i < people.candidates.length; i++) {
            if (!classes.group()[i].isEmpty()) {
                make.merge(classes.group()[i], classes.of()[i], Math::min);
            }
        }
        Map<Integer, List<String>> alike = new TreeMap<>();
        make.forEach((group, own) -> alike.computeIfAbsent(own, _ -> new ArrayList<>()).add(group));
        for (List<String> groups : alike.values()) {
            List<Map<Integer, Integer>> made = new ArrayList<>();
            groups.forEach(group -> made.add(choices.getOrDefault(group, Map.of())));
            made.sort(this::compare);
            groups.sort(Comparator.comparing(group -> number("group", group)));
            for (int k = 0; k < groups.size(); k++) {
                String group = groups.get(k);
                made.get(k).forEach((own, count) -> lowest(drawn, group, own, count));
            }
        }
        drawn.sort(null);
        return drawn;
    }

    /** Class by class: the first class of which one choice has fewer decides. */
    private int compare(Map<Integer, Integer> one, Map<Integer, Integer> other) {
        for (int k = 0; k < classes.count(); k++) {
            int difference = one.getOrDefault(k, 0) - other.getOrDefault(k, 0);
            if (difference != 0) {
                return difference;
            }
        }
        return 0;
    }

    private void lowest(List<String> drawn, String group, int own, int count) {
        TreeMap<BigInteger, String> byNumber = new TreeMap<>();
        for (int i = 0; i < people.candidates.length; i++) {
            if (classes.of()[i] == own && classes.group()[i].equals(group)) {
                String id = people.candidates[i].id();
                byNumber.put(number("member", id), id);
            }
        }
        for (int k = 0; k < count; k++) {
            drawn.add(Objects.requireNonNull(byNumber.pollFirstEntry()).getValue());
        }
    }
}
