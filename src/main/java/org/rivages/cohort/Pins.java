package org.rivages.cohort;

import java.util.Collection;

/** Candidates who are in or out before any rule is asked. */
@SuppressWarnings("ArrayRecordComponent") // two instances are never compared
record Pins(int[] in, int[] out) {
    static final Pins NONE = new Pins(new int[0], new int[0]);

    static Pins of(People people, Collection<String> in, Collection<String> out) {
        return new Pins(people.numbers(in), people.numbers(out));
    }
}
