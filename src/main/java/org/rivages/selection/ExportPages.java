package org.rivages.selection;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.rivages.access.Allow;
import org.rivages.access.Role;
import org.rivages.calls.CallView;
import org.rivages.shared.Cells;
import org.rivages.site.Page;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The list as a spreadsheet: what the board shows, without any sealed column. */
@Controller
@Allow(roles = {Role.COMMITTEE_CHAIR, Role.PROGRAMME_MANAGER, Role.SECRETARIAT})
class ExportPages {
    private static final List<String> COLUMNS =
            List.of(
                    "rank",
                    "number",
                    "name",
                    "email",
                    "organisation",
                    "city",
                    "country",
                    "profession",
                    "language",
                    "score",
                    "reviews",
                    "pick",
                    "reserve",
                    "reason");

    private final CallDoor door;
    private final Boards boards;

    ExportPages(CallDoor door, Boards boards) {
        this.door = door;
        this.boards = boards;
    }

    @GetMapping("/{lang}/desk/calls/{slug}/decisions.csv")
    ResponseEntity<byte[]> csv(Page page, @PathVariable String slug) {
        CallView call = door.open(page, slug);
        StringBuilder text = new StringBuilder("\uFEFF");
        try (CSVPrinter printer = new CSVPrinter(text, CSVFormat.RFC4180)) {
            for (List<String> row : table(page, call)) {
                printer.printRecord(row.stream().map(Cells::safe).toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file(
                slug + "-selection.csv",
                "text/csv;charset=UTF-8",
                text.toString().getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping("/{lang}/desk/calls/{slug}/decisions.xlsx")
    ResponseEntity<byte[]> xlsx(Page page, @PathVariable String slug) throws IOException {
        CallView call = door.open(page, slug);
        List<List<String>> table = table(page, call);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(bytes, "Rivages", "1.0")) {
            Worksheet sheet = book.newWorksheet(page.t("selection.export.sheet"));
            if (page.language().direction().equals("rtl")) {
                sheet.rightToLeft();
            }
            sheet.freezePane(0, 1);
            for (int r = 0; r < table.size(); r++) {
                for (int c = 0; c < table.get(r).size(); c++) {
                    sheet.value(r, c, Cells.safe(table.get(r).get(c)));
                }
            }
            sheet.range(0, 0, 0, COLUMNS.size() - 1).style().bold().set();
        }
        return file(
                slug + "-selection.xlsx",
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                bytes.toByteArray());
    }

    private List<List<String>> table(Page page, CallView call) {
        List<List<String>> table = new ArrayList<>();
        table.add(COLUMNS.stream().map(column -> page.t("selection.export." + column)).toList());
        for (BoardRow row : boards.view(page, call, false).rows()) {
            table.add(
                    List.of(
                            Integer.toString(row.rank()),
                            row.who().number(),
                            row.who().name(),
                            row.who().email(),
                            row.who().organisation(),
                            row.who().place(),
                            row.country(),
                            row.profession(),
                            row.who().language().code(),
                            row.score().scored() ? points(row.score().total()) : "",
                            row.score().finished() + "/" + row.score().assigned(),
                            page.t(
                                    row.state().isEmpty()
                                            ? "selection.state.none"
                                            : "selection.state." + row.state()),
                            row.reserveRank() == 0 ? "" : Integer.toString(row.reserveRank()),
                            row.reason()));
        }
        return table;
    }

    /** With a point, so that every program reads it alike. */
    private static String points(int thousandths) {
        return java.math.BigDecimal.valueOf(thousandths, 3).toPlainString();
    }

    private static ResponseEntity<byte[]> file(String name, String type, byte[] bytes) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .contentType(MediaType.parseMediaType(type))
                .body(bytes);
    }
}
