package org.rivages.cohortfiles;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rivages.cohort.Candidate;
import org.rivages.shared.Cells;

/**
 * Reads {@code people.csv}, row by row. Keeps the columns that the rules name and looks at the
 * others only for their form, so that memory grows with what is asked and not with the file.
 *
 * <p>A cell that {@link PeopleWriter} kept from being taken for a formula, by an apostrophe before
 * it, is read without it.
 */
final class PeopleReader {
    /** Enough for any call, and what the memory of a small machine holds. */
    static final int MOST_CANDIDATES = 500_000;

    private static final int MOST_COLUMNS = 2_000;
    private static final long MOST_CHARACTERS = 40_000_000;

    /**
     * @param attributes those of the rules that the file has
     */
    record People(List<String> attributes, List<Candidate> candidates) {}

    private final RulesText rules;
    private final CsvReader csv;
    private final BadInput.Gathered faults = new BadInput.Gathered();
    private final Map<String, String> shared = new HashMap<>();
    private final Map<String, Integer> lines = new HashMap<>();
    private final List<Candidate> candidates = new ArrayList<>();
    private long characters;

    /** Column → what it is: {@link #ID} …, from 0 the place of a kept attribute. */
    private int[] meaning = {};

    private static final int IGNORED = -1;
    private static final int ID = -2;
    private static final int SCORE = -3;
    private static final int GROUP = -4;

    private PeopleReader(String file, InputStream in, RulesText rules) throws IOException {
        this.rules = rules;
        this.csv = new CsvReader(file, in, faults);
    }

    static People read(String file, Path path, RulesText rules) throws IOException, BadInput {
        if (Files.size(path) > CsvReader.LARGEST_FILE) {
            throw new BadInput(
                    InputFault.of(
                            Place.whole(file),
                            "cohortfiles.large",
                            "n",
                            CsvReader.LARGEST_FILE / 1_000_000));
        }
        try (InputStream in = new BufferedInputStream(Files.newInputStream(path))) {
            return read(file, in, rules);
        }
    }

    static People read(String file, InputStream in, RulesText rules) throws IOException, BadInput {
        return new PeopleReader(file, in, rules).read(file);
    }

    private People read(String file) throws IOException, BadInput {
        List<String> header = new ArrayList<>();
        List<Place> places = new ArrayList<>();
        CsvReader.Token token = csv.next();
        if (token == CsvReader.Token.END) {
            throw new BadInput(InputFault.of(Place.whole(file), "cohortfiles.empty"));
        }
        for (; ; token = csv.next()) {
            header.add(csv.text().toString());
            places.add(csv.place());
            if (header.size() > MOST_COLUMNS) {
                throw faults.last(
                        InputFault.of(
                                csv.place(), "cohortfiles.people.columns", "n", MOST_COLUMNS));
            }
            if (token == CsvReader.Token.LAST_CELL) {
                break;
            }
        }
        List<String> attributes = header(header, places);
        // with a wrong header every row would be wrong
        faults.throwIfAny();
        while (row(attributes.size())) {}
        faults.throwIfAny();
        return new People(attributes, candidates);
    }

    private List<String> header(List<String> header, List<Place> places) throws BadInput {
        List<String> attributes = new ArrayList<>();
        Map<String, Place> seen = new HashMap<>();
        meaning = new int[header.size()];
        for (int c = 0; c < meaning.length; c++) {
            String name = header.get(c);
            if (name.isBlank()) {
                faults.add(InputFault.of(places.get(c), "cohortfiles.people.no-name"));
            } else if (seen.put(name, places.get(c)) != null) {
                faults.add(
                        InputFault.of(
                                places.get(c), "cohortfiles.people.column-twice", "name", name));
            }
            meaning[c] =
                    switch (name) {
                        case "id" -> ID;
                        case "score" -> SCORE;
                        case "group" -> GROUP;
                        default -> rules.attributes().contains(name) ? attributes.size() : IGNORED;
                    };
            if (meaning[c] >= 0) {
                attributes.add(name);
            }
        }
        need("id", true, seen, places);
        need("score", rules.scored(), seen, places);
        need("group", rules.grouped(), seen, places);
        return attributes;
    }

    private void need(String name, boolean needed, Map<String, Place> seen, List<Place> places)
            throws BadInput {
        if (needed && !seen.containsKey(name)) {
            faults.add(
                    InputFault.of(places.getFirst(), "cohortfiles.people.no-column", "name", name));
        }
    }

    /** One candidate; false at the end of the file. */
    private boolean row(int attributes) throws IOException, BadInput {
        CsvReader.Token token = csv.next();
        if (token == CsvReader.Token.END) {
            return false;
        }
        Place start = csv.place();
        String id = "";
        String group = "";
        Place scored = start;
        @Nullable Long score = null;
        String[] values = new String[attributes];
        Arrays.fill(values, "");
        int column = 0;
        for (; ; token = csv.next()) {
            switch (column < meaning.length ? meaning[column] : IGNORED) {
                case IGNORED -> {}
                case ID -> id = id(start);
                case SCORE -> {
                    scored = csv.place();
                    score = score();
                }
                case GROUP -> group = shared();
                default -> values[meaning[column]] = shared();
            }
            column++;
            if (token == CsvReader.Token.LAST_CELL) {
                break;
            }
        }
        if (column != meaning.length) {
            faults.add(
                    InputFault.of(
                            start,
                            "cohortfiles.people.cells",
                            "found",
                            column,
                            "expected",
                            meaning.length));
        } else if (score == null && rules.scored()) {
            faults.add(InputFault.of(scored, "cohortfiles.people.no-score"));
        }
        add(new Candidate(id, score == null ? 0 : score, group, Arrays.asList(values)), start);
        return true;
    }

    private void add(Candidate candidate, Place place) throws BadInput {
        if (candidates.size() == MOST_CANDIDATES) {
            throw faults.last(
                    InputFault.of(place, "cohortfiles.people.many", "n", MOST_CANDIDATES));
        }
        candidates.add(candidate);
    }

    private String id(Place row) throws BadInput {
        String id = cell();
        counted(id.length());
        Place place = csv.place();
        if (id.isBlank()) {
            faults.add(InputFault.of(place, "cohortfiles.people.no-id"));
        } else if (id.codePoints().anyMatch(Character::isISOControl)) {
            faults.add(InputFault.of(place, "cohortfiles.people.control", "id", id));
        } else {
            Integer before = lines.put(id, row.line());
            if (before != null) {
                faults.add(
                        InputFault.of(
                                place, "cohortfiles.people.id-twice", "id", id, "line", before));
            }
        }
        return id;
    }

    private @Nullable Long score() throws BadInput {
        if (csv.text().isEmpty()) {
            return null;
        }
        Long score = Points.read(csv.text());
        if (score == null) {
            faults.add(
                    InputFault.of(
                            csv.place(),
                            "cohortfiles.people.score",
                            "found",
                            csv.text().toString()));
            return 0L;
        }
        return score;
    }

    private String cell() {
        String cell = csv.text().toString();
        if (cell.startsWith("'") && Cells.safe(cell.substring(1)).equals(cell)) {
            return cell.substring(1);
        }
        return cell;
    }

    /** Equal texts are one object: a large call has millions of cells and few values. */
    private String shared() throws BadInput {
        if (csv.text().isEmpty()) {
            return "";
        }
        String cell = cell();
        String known = shared.putIfAbsent(cell, cell);
        if (known == null) {
            counted(cell.length());
            return cell;
        }
        return known;
    }

    private void counted(int more) throws BadInput {
        characters += more;
        if (characters > MOST_CHARACTERS) {
            throw faults.last(
                    InputFault.of(csv.place(), "cohortfiles.people.large", "n", MOST_CHARACTERS));
        }
    }
}
