package org.rivages.follow;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * A list as a workbook of one sheet, every cell a text. The same rows give the same bytes, so that
 * a reader can be told that nothing has changed.
 */
final class XlsxFile {
    /** What a cell can hold. */
    static final int LONGEST_CELL = 32_767;

    private static final int LONGEST_NAME = 31;
    private static final double MOST_WIDE = 60;

    /** The beginning of time for ZIP files. */
    private static final LocalDateTime NEVER = LocalDateTime.of(1980, 1, 1, 0, 0);

    private static final String CREATED = "(<dcterms:created[^>]*>)[^<]*(</dcterms:created>)";

    private XlsxFile() {}

    /**
     * @param title the name of the sheet
     * @param rightToLeft whether the first column stands on the right
     */
    static byte[] write(Table table, String title, boolean rightToLeft) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            try (Workbook book = new Workbook(out, "Rivages", "1.0")) {
                book.setCompressionLevel(0);
                Worksheet sheet = book.newWorksheet(name(title));
                if (rightToLeft) {
                    sheet.rightToLeft();
                }
                row(sheet, 0, table.columns());
                for (int i = 0; i < table.columns().size(); i++) {
                    sheet.style(0, i).bold().set();
                    sheet.width(i, width(table, i));
                }
                for (int i = 0; i < table.rows().size(); i++) {
                    row(sheet, i + 1, table.rows().get(i));
                }
                sheet.freezePane(0, 1);
            }
            return timeless(out.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void row(Worksheet sheet, int number, List<String> cells) {
        for (int i = 0; i < cells.size(); i++) {
            String cell = FeedText.clean(cells.get(i));
            sheet.value(
                    number,
                    i,
                    cell.length() <= LONGEST_CELL ? cell : cell.substring(0, LONGEST_CELL));
        }
    }

    private static double width(Table table, int column) {
        int longest = table.columns().get(column).length();
        for (List<String> row : table.rows()) {
            longest = Math.max(longest, row.get(column).length());
        }
        return Math.min(MOST_WIDE, longest + 2.0);
    }

    /** Sheets are called by at most 31 letters, and some signs are taken. */
    private static String name(String title) {
        String name = FeedText.clean(title).replaceAll("[\\[\\]\\\\/?*:']", " ").strip();
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME).strip();
    }

    /** The same book without the moment of its making. */
    private static byte[] timeless(byte[] book) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream(book.length / 4);
        try (ZipFile from = ZipFile.builder().setByteArray(book).get();
                ZipOutputStream to = new ZipOutputStream(out)) {
            for (ZipArchiveEntry part : Collections.list(from.getEntriesInPhysicalOrder())) {
                ZipEntry same = new ZipEntry(part.getName());
                same.setTimeLocal(NEVER);
                to.putNextEntry(same);
                byte[] content = from.getInputStream(part).readAllBytes();
                to.write(part.getName().equals("docProps/core.xml") ? undated(content) : content);
                to.closeEntry();
            }
        }
        return out.toByteArray();
    }

    private static byte[] undated(byte[] properties) {
        return new String(properties, StandardCharsets.UTF_8)
                .replaceAll(CREATED, "$11980-01-01T00:00:00Z$2")
                .getBytes(StandardCharsets.UTF_8);
    }
}
