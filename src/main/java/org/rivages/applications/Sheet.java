package org.rivages.applications;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * A table for a spreadsheet program. What a person wrote never becomes a formula there.
 *
 * @param columns headings
 */
record Sheet(List<String> columns, List<List<String>> rows) {
    private static final String FORMULA_STARTS = "=+-@\t\r";
    private static final int MOST_IN_A_CELL = 32_000;

    byte[] csv() {
        StringBuilder text = new StringBuilder("\uFEFF");
        try (CSVPrinter csv = new CSVPrinter(text, CSVFormat.RFC4180)) {
            csv.printRecord(columns);
            for (List<String> row : rows) {
                csv.printRecord(row.stream().map(Sheet::harmless).toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    byte[] xlsx(String title) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(out, "Rivages", "1.0")) {
            Worksheet sheet = book.newWorksheet(title);
            for (int column = 0; column < columns.size(); column++) {
                sheet.value(0, column, columns.get(column));
                sheet.style(0, column).bold().set();
            }
            for (int row = 0; row < rows.size(); row++) {
                List<String> cells = rows.get(row);
                for (int column = 0; column < cells.size(); column++) {
                    sheet.value(row + 1, column, harmless(cells.get(column)));
                }
            }
            sheet.freezePane(0, 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** A cell that could begin a formula gets a quote before it. */
    static String harmless(String cell) {
        String cut = cell.length() > MOST_IN_A_CELL ? cell.substring(0, MOST_IN_A_CELL) : cell;
        return !cut.isEmpty() && FORMULA_STARTS.indexOf(cut.charAt(0)) >= 0 ? "'" + cut : cut;
    }
}
