package org.rivages.cohortfiles;

import java.io.IOException;
import java.io.InputStream;

/**
 * Cells of a CSV file (RFC 4180: comma, double quotes, lines ended by LF or CRLF), one by one, each
 * with its place. Holds one cell in memory. Empty lines are passed over.
 */
final class CsvReader {
    /** What {@link #next} found. */
    enum Token {
        /** A cell with more to come in its row. */
        CELL,
        /** The last cell of its row. */
        LAST_CELL,
        END
    }

    private static final int LONGEST_CELL = 100_000;
    static final long LARGEST_FILE = 1_000_000_000;

    private final String file;
    private final StrictUtf8 in;
    private final BadInput.Gathered faults;
    private final StringBuilder text = new StringBuilder();
    private int line = 1;
    private int column = 1;
    private int ahead;
    private boolean rowOpen;
    private Place place;

    /**
     * @param faults what was found before; a fault of form ends the reading and joins them
     */
    CsvReader(String file, InputStream in, BadInput.Gathered faults) throws IOException {
        this.file = file;
        this.faults = faults;
        this.in = new StrictUtf8(in);
        this.place = new Place(file, 1, 1);
        ahead = this.in.next();
    }

    /** Of the last cell. */
    StringBuilder text() {
        return text;
    }

    Place place() {
        return place;
    }

    Token next() throws IOException, BadInput {
        if (ahead == StrictUtf8.BROKEN) {
            throw bad("cohortfiles.utf8");
        }
        if (!rowOpen) {
            passEmptyLines();
            if (ahead == StrictUtf8.END) {
                return Token.END;
            }
        }
        text.setLength(0);
        place = new Place(file, line, column);
        if (ahead == '"') {
            quoted();
        } else {
            plain();
        }
        rowOpen = ahead == ',';
        if (rowOpen) {
            advance();
            return Token.CELL;
        }
        endLine();
        return Token.LAST_CELL;
    }

    private void passEmptyLines() throws IOException, BadInput {
        while (ahead == '\n' || ahead == '\r') {
            endLine();
        }
    }

    private void plain() throws IOException, BadInput {
        while (ahead != ',' && ahead != '\n' && ahead != '\r' && ahead != StrictUtf8.END) {
            if (ahead == '"') {
                throw bad("cohortfiles.csv.quote-inside");
            }
            append();
        }
    }

    private void quoted() throws IOException, BadInput {
        advance();
        while (true) {
            if (ahead == StrictUtf8.END) {
                throw faults.last(InputFault.of(place, "cohortfiles.csv.quote-open"));
            }
            if (ahead == '"') {
                advance();
                if (ahead != '"') {
                    break;
                }
            }
            append();
        }
        if (ahead != ',' && ahead != '\n' && ahead != '\r' && ahead != StrictUtf8.END) {
            throw bad("cohortfiles.csv.after-quote");
        }
    }

    private void append() throws IOException, BadInput {
        if (text.length() == LONGEST_CELL) {
            throw faults.last(InputFault.of(place, "cohortfiles.csv.long-cell", "n", LONGEST_CELL));
        }
        if (ahead == 0) {
            throw bad("cohortfiles.csv.control");
        }
        text.append((char) ahead);
        advance();
    }

    private void endLine() throws IOException, BadInput {
        if (ahead == '\r') {
            advance();
            if (ahead != '\n') {
                throw bad("cohortfiles.csv.lone-return");
            }
        }
        if (ahead == '\n') {
            advance();
        }
    }

    private void advance() throws IOException, BadInput {
        if (ahead == '\n') {
            line++;
            column = 1;
        } else if (!Character.isLowSurrogate((char) ahead)) {
            column++;
        }
        ahead = in.next();
        if (ahead == StrictUtf8.BROKEN) {
            throw bad("cohortfiles.utf8");
        }
        if (in.taken() > LARGEST_FILE) {
            throw faults.last(
                    InputFault.of(
                            new Place(file, line, column),
                            "cohortfiles.large",
                            "n",
                            LARGEST_FILE / 1_000_000));
        }
    }

    private BadInput bad(String key) {
        return faults.last(InputFault.of(new Place(file, line, column), key));
    }
}
