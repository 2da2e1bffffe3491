package org.rivages.cohortfiles;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.rivages.cohort.Candidate;
import org.rivages.cohort.Problem;
import org.rivages.shared.Cells;

/**
 * Writes {@code people.csv}, as the auditor gets it. A cell that a spreadsheet program would take
 * for a formula is neutralised, and read back as it was.
 */
public final class PeopleWriter {
    private PeopleWriter() {}

    public static void write(Writer out, Problem problem) throws IOException {
        List<String> header = new ArrayList<>(List.of("id", "score", "group"));
        header.addAll(problem.attributes());
        row(out, header);
        for (Candidate candidate : problem.candidates()) {
            List<String> cells = new ArrayList<>();
            cells.add(Cells.safe(candidate.id()));
            cells.add(Points.written(candidate.score()));
            cells.add(Cells.safe(candidate.group()));
            candidate.values().forEach(value -> cells.add(Cells.safe(value)));
            row(out, cells);
        }
    }

    private static void row(Writer out, List<String> cells) throws IOException {
        for (int c = 0; c < cells.size(); c++) {
            out.write(c == 0 ? "" : ",");
            String cell = cells.get(c);
            out.write(
                    cell.chars().anyMatch(one -> ",\"\r\n".indexOf(one) >= 0)
                            ? '"' + cell.replace("\"", "\"\"") + '"'
                            : cell);
        }
        out.write("\r\n");
    }
}
