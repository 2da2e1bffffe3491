package org.rivages.search;

import java.io.IOException;
import java.util.BitSet;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.util.BytesRef;

/** The memberships of one segment: each a class in a network. */
final class Pairs {
    private final SortedSetDocValues values;
    private final Column networks;
    private final Column classes;
    private final boolean needed;
    private final int[] networkOf;
    private final int[] classOf;
    private final BitSet here = new BitSet();
    private final BitSet counted = new BitSet();

    Pairs(SortedSetDocValues values, Column networks, Column classes) throws IOException {
        this.values = values;
        this.networks = networks;
        this.classes = classes;
        needed = networks.chosen() || classes.chosen();
        int all = needed ? Math.toIntExact(values.getValueCount()) : 0;
        networkOf = new int[all];
        classOf = new int[all];
        for (int number = 0; number < all; number++) {
            String pair = values.lookupOrd(number).utf8ToString();
            int slash = pair.indexOf('/');
            networkOf[number] = (int) networks.number(new BytesRef(pair.substring(0, slash)));
            classOf[number] = (int) classes.number(new BytesRef(pair.substring(slash + 1)));
        }
    }

    void load(int record) throws IOException {
        here.clear();
        if (needed && values.advanceExact(record)) {
            for (int i = values.docValueCount(); i > 0; i--) {
                here.set((int) values.nextOrd());
            }
        }
    }

    /** One membership is of a chosen class in a chosen network. */
    boolean hold() {
        return here.stream()
                .anyMatch(number ->
                        networks.wants(networkOf[number]) && classes.wants(classOf[number]));
    }

    /** Counts the networks in which a chosen class is held. */
    void countNetworks() {
        counted.clear();
        here.stream()
                .filter(number -> classes.wants(classOf[number]))
                .forEach(number -> counted.set(networkOf[number]));
        counted.stream().forEach(networks::count);
    }

    /** Counts the classes that are held in a chosen network. */
    void countClasses() {
        counted.clear();
        here.stream()
                .filter(number -> networks.wants(networkOf[number]))
                .forEach(number -> counted.set(classOf[number]));
        counted.stream().forEach(classes::count);
    }
}
