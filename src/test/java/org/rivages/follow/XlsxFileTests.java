package org.rivages.follow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.rivages.shared.Cells;

/** What we write is read back by a reader that shares nothing with our writer. */
class XlsxFileTests {
    @Test
    void aSecondProgramReadsEveryCellAsItWasWritten() throws IOException {
        List<List<String>> rows =
                List.of(
                        List.of("avitem", "Agence « villes »", "2012"),
                        List.of("sfax", "صفاقس", ""),
                        List.of("x", "<b>&\"quoted\"</b>\n🌊", "-1"));
        XSSFSheet sheet =
                sheet(new Table(List.of("slug", "name", "founded"), rows), "Lists", false);
        assertThat(texts(sheet, 0)).containsExactly("slug", "name", "founded");
        for (int i = 0; i < rows.size(); i++) {
            assertThat(texts(sheet, i + 1)).isEqualTo(rows.get(i));
        }
        assertThat(sheet.getLastRowNum()).isEqualTo(3);
        assertThat(sheet.getPaneInformation().getHorizontalSplitTopRow()).isEqualTo((short) 1);
        assertThat(sheet.isRightToLeft()).isFalse();
    }

    @Test
    void noCellIsAFormulaWhateverItSays() throws IOException {
        List<String> typed =
                List.of(
                        "=1+1",
                        "+HYPERLINK(\"x\")",
                        "-cmd|' /C calc'!A0",
                        "@SUM(A1)",
                        "\t=1",
                        "%0A=1");
        Table table =
                new Table(
                        List.of("name"),
                        typed.stream().map(cell -> List.of(Cells.safe(cell))).toList());
        XSSFSheet sheet = sheet(table, "Lists", false);
        for (int i = 0; i < typed.size(); i++) {
            Cell cell = sheet.getRow(i + 1).getCell(0);
            assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
            assertThat(cell.getStringCellValue()).isEqualTo("'" + typed.get(i));
        }
    }

    @Test
    void survivesControlCharactersEndlessTextAndANameThatNoSheetMayHave() throws IOException {
        Table table =
                new Table(
                        List.of("name"),
                        List.of(List.of("a\u0000b\u000Bc\uFFFF"), List.of("x".repeat(40_000))));
        XSSFSheet sheet = sheet(table, "What: a/very\\long [name] of * a? list, longer", true);
        assertThat(sheet.getRow(1).getCell(0).getStringCellValue()).isEqualTo("abc");
        assertThat(sheet.getRow(2).getCell(0).getStringCellValue()).hasSize(XlsxFile.LONGEST_CELL);
        assertThat(sheet.getSheetName()).startsWith("What").hasSizeLessThanOrEqualTo(31);
        assertThat(sheet.isRightToLeft()).isTrue();
    }

    @Test
    void theSameRowsAreTheSameBytes() throws InterruptedException {
        Table table = new Table(List.of("name"), List.of(List.of("one")));
        byte[] first = XlsxFile.write(table, "Lists", false);
        Thread.sleep(1_100); // the moment of making has whole seconds
        assertThat(XlsxFile.write(table, "Lists", false)).isEqualTo(first);
        Table other = new Table(List.of("name"), List.of(List.of("two")));
        assertThat(XlsxFile.write(other, "Lists", false)).isNotEqualTo(first);
    }

    private static XSSFSheet sheet(Table table, String title, boolean rightToLeft)
            throws IOException {
        return read(XlsxFile.write(table, title, rightToLeft));
    }

    static XSSFSheet read(byte[] bytes) throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
            assertThat(book.getNumberOfSheets()).isEqualTo(1);
            return book.getSheetAt(0);
        }
    }

    static List<String> texts(XSSFSheet sheet, int row) {
        List<String> texts = new java.util.ArrayList<>();
        for (int i = 0; i < sheet.getRow(0).getLastCellNum(); i++) {
            Cell cell = sheet.getRow(row).getCell(i);
            texts.add(cell == null ? "" : cell.getStringCellValue());
        }
        return texts;
    }
}
