package org.rivages.cohort;

/** The numbers of one round of the draw, each drawn when it is first asked for. */
final class Drawn {
    private final People people;
    private final TieDraw draw;
    private final long[] numbers;

    Drawn(People people, String seed, int round) {
        this.people = people;
        this.draw = new TieDraw(seed, round);
        this.numbers = new long[people.size()];
    }

    long number(int candidate) {
        if (numbers[candidate] == 0) {
            numbers[candidate] = draw.number(people.id(candidate));
        }
        return numbers[candidate];
    }

    long[] all() {
        for (int i = 0; i < numbers.length; i++) {
            number(i);
        }
        return numbers;
    }
}
