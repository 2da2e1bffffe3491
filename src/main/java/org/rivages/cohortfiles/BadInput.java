package org.rivages.cohortfiles;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A file is not what it should be: everything that was found, in the order of the file. */
public final class BadInput extends Exception {
    private static final long serialVersionUID = 1;
    private static final int SHOWN = 20;

    private final transient List<InputFault> faults;

    BadInput(List<InputFault> faults) {
        super(faults.toString(), null, false, false);
        this.faults =
                faults.stream()
                        .sorted(
                                Comparator.<InputFault>comparingInt(fault -> fault.place().line())
                                        .thenComparingInt(fault -> fault.place().column()))
                        .toList();
    }

    BadInput(InputFault fault) {
        this(List.of(fault));
    }

    public List<InputFault> faults() {
        return faults;
    }

    /** Gathers faults; many of the same kind stop the reading. */
    static final class Gathered {
        private final List<InputFault> found = new ArrayList<>();

        void add(InputFault fault) throws BadInput {
            found.add(fault);
            if (found.size() == SHOWN) {
                Place end = new Place(fault.place().file(), Integer.MAX_VALUE, 0);
                found.add(InputFault.of(end, "cohortfiles.many"));
                throw new BadInput(found);
            }
        }

        /** For a fault after which nothing more can be read. */
        BadInput last(InputFault fault) {
            found.add(fault);
            return new BadInput(found);
        }

        void throwIfAny() throws BadInput {
            if (!found.isEmpty()) {
                throw new BadInput(found);
            }
        }
    }
}
