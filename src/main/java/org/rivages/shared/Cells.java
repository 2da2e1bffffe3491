package org.rivages.shared;

import java.util.regex.Pattern;

/** Cells of spreadsheets that we give away. */
public final class Cells {
    private static final Pattern FORMULA =
            Pattern.compile("^[\\s\\p{Cntrl}]*[=+\\-@\\t\\r＝＋－＠|%].*", Pattern.DOTALL);
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+([.,]\\d+)?");

    private Cells() {}

    /** A cell that a spreadsheet program would take for a formula begins with an apostrophe. */
    public static String safe(String cell) {
        return FORMULA.matcher(cell).matches() && !NUMBER.matcher(cell).matches()
                ? "'" + cell
                : cell;
    }
}
