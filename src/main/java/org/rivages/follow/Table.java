package org.rivages.follow;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.rivages.search.SearchDocument;
import org.rivages.search.SearchQuery;
import org.rivages.shared.Cells;
import org.rivages.shared.FuzzyDate;
import org.rivages.site.Page;

/**
 * A list as rows for spreadsheet programs: codes and EDTF dates as the data have them. A cell that
 * such a program would take for a formula begins with an apostrophe.
 */
record Table(List<String> columns, List<List<String>> rows) {

    static Table of(Follower follower) {
        List<String> columns = columns(follower);
        List<List<String>> rows = new ArrayList<>();
        for (SearchDocument record : follower.records()) {
            List<String> cells = new ArrayList<>();
            columns.forEach(column -> cells.add(Cells.safe(cell(follower.page(), record, column))));
            rows.add(cells);
        }
        return new Table(columns, rows);
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
