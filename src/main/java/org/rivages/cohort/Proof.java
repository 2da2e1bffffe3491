package org.rivages.cohort;

import java.util.Arrays;
import java.util.List;

/**
 * That no cohort does better: a tree of cases, written down from the root, the first case of a
 * split before the second.
 */
public record Proof(List<Step> steps) {
    public Proof {
        steps = List.copyOf(steps);
    }

    /** One line of the proof. */
    public sealed interface Step {
        /** The step as plain numbers, for a file. */
        default long[] numbers() {
            return switch (this) {
                case Tighten tighten -> tighten.multipliers().numbers(1);
                case Split split ->
                        new long[] {2, split.on().ordinal(), split.index(), split.at()};
                case Close close -> close.multipliers().numbers(3);
            };
        }

        /**
         * @throws IllegalArgumentException if the numbers are no step
         */
        static Step of(long[] numbers) {
            if (numbers.length == 4 && numbers[0] == 2 && numbers[1] >= 0 && numbers[1] < 3) {
                On on = On.values()[(int) numbers[1]];
                return new Split(on, Multipliers.index(numbers[2]), numbers[3]);
            }
            if (numbers.length < 2 || numbers.length % 2 != 0) {
                throw new IllegalArgumentException("not a step: " + Arrays.toString(numbers));
            }
            return switch ((int) numbers[0]) {
                case 1 -> new Tighten(Multipliers.of(numbers));
                case 3 -> new Close(Multipliers.of(numbers));
                default ->
                        throw new IllegalArgumentException(
                                "not a step: " + Arrays.toString(numbers));
            };
        }
    }

    /** The multipliers show that some choices are out of question from here on. */
    public record Tighten(Multipliers multipliers) implements Step {}

    /** Two cases: at most {@code at}, then at least {@code at + 1}. */
    public record Split(On on, int index, long at) implements Step {}

    /** The multipliers show that this case holds nothing better. */
    public record Close(Multipliers multipliers) implements Step {}

    /** What is split. */
    public enum On {
        /** A candidate, numbered by ascending id from 0. */
        CANDIDATE,
        /** A helping number of the aim or of the repair. */
        HELPER,
        /** What a row counts. */
        ROW
    }

    /**
     * A weighted sum of rows that bounds the aim.
     *
     * @param objective how many times the aim itself is taken; 0 where the rows alone contradict
     *     each other
     * @param rows ascending
     * @param values as many as rows
     */
    @SuppressWarnings("ArrayRecordComponent") // many small ones, never compared
    public record Multipliers(long objective, int[] rows, long[] values) {
        long[] numbers(int kind) {
            long[] numbers = new long[2 + 2 * rows.length];
            numbers[0] = kind;
            numbers[1] = objective;
            for (int i = 0; i < rows.length; i++) {
                numbers[2 + 2 * i] = rows[i];
                numbers[3 + 2 * i] = values[i];
            }
            return numbers;
        }

        private static Multipliers of(long[] numbers) {
            int count = numbers.length / 2 - 1;
            int[] rows = new int[count];
            long[] values = new long[count];
            for (int i = 0; i < count; i++) {
                rows[i] = index(numbers[2 + 2 * i]);
                values[i] = numbers[3 + 2 * i];
            }
            return new Multipliers(numbers[1], rows, values);
        }

        private static int index(long number) {
            if (number < 0 || number > Integer.MAX_VALUE) {
                throw new IllegalArgumentException("not an index: " + number);
            }
            return (int) number;
        }
    }
}
