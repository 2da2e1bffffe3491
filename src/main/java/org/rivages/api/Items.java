package org.rivages.api;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rivages.follow.ListData;
import org.rivages.search.SearchDocument;
import org.rivages.shared.FuzzyDate;

/** What lists tell of a record: all that the search knows of it. */
final class Items {
    private Items() {}

    static Map<String, @Nullable Object> item(SearchDocument record) {
        SearchDocument.Event event = record.event();
        SearchDocument.Place place = record.place();
        return Body.record(record.kind(), record.id(), slug(record), record.path(), record.title())
                .with("summary", record.summary())
                .with("otherNames", record.names().stream().sorted().toList())
                .with("date", record.when())
                .with("dates", record.dates().stream().map(FuzzyDate::edtf).sorted().toList())
                .with("deadline", event == null ? null : event.at())
                .with("location", event == null ? Map.of() : event.location().byCode())
                .with("latitude", place == null ? null : (Object) place.latitude())
                .with("longitude", place == null ? null : (Object) place.longitude())
                .with("criteria", ListData.criteria(record.criteria()))
                .with("memberships", ListData.memberships(record.pairs()))
                .with("changed", record.changedAt())
                .done();
    }

    private static String slug(SearchDocument record) {
        return record.path().substring(record.path().lastIndexOf('/') + 1);
    }
}
