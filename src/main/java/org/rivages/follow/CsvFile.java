package org.rivages.follow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.rivages.search.SearchDocument;
import org.rivages.search.SearchQuery;
import org.rivages.shared.Cells;
import org.rivages.shared.FuzzyDate;
import org.rivages.site.Page;

/**
 * A list as a spreadsheet: RFC 4180, UTF-8 without a byte order mark, codes and EDTF dates as the
 * data have them. A cell that a spreadsheet program would take for a formula begins with an
 * apostrophe.
 */
final class CsvFile {
    private CsvFile() {}

    static byte[] write(Follower follower) {
        List<String> columns = columns(follower);
        StringBuilder text = new StringBuilder();
        try (CSVPrinter csv = new CSVPrinter(text, CSVFormat.RFC4180)) {
            csv.printRecord(columns);
            for (SearchDocument record : follower.records()) {
                List<String> cells = new ArrayList<>();
                columns.forEach(
                        column -> cells.add(Cells.safe(cell(follower.page(), record, column))));
                csv.printRecord(cells);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> columns(Follower follower) {
        Set<String> columns = new LinkedHashSet<>();
        if (follower.listing() == Listing.SEARCH) {
            columns.add(SearchQuery.KIND);
        }
        columns.addAll(List.of("slug", "name"));
        columns.addAll(follower.listing().columns());
        if (follower.listing() != Listing.SEARCH) {
            follower.records().forEach(record -> columns.addAll(record.columns().keySet()));
        }
        columns.addAll(List.of("address", "changed"));
        return List.copyOf(columns);
    }

    private static String cell(Page page, SearchDocument record, String column) {
        String own = record.columns().get(column);
        return switch (column) {
            case SearchQuery.KIND -> record.kind();
            case "slug" -> slug(record);
            case "name" -> page.t(record.title());
            case "address" -> page.url(record.path());
            case "changed" -> record.changedAt().toString();
            case "date" -> own != null ? own : date(record);
            default ->
                    own != null
                            ? own
                            : String.join(
                                    " ",
                                    record.criteria().getOrDefault(column, Set.of()).stream()
                                            .sorted()
                                            .toList());
        };
    }

    private static String date(SearchDocument record) {
        FuzzyDate when = record.when();
        return when == null ? "" : when.edtf();
    }

    /** The last part of its address. */
    static String slug(SearchDocument record) {
        return record.path().substring(record.path().lastIndexOf('/') + 1);
    }
}
