package org.rivages.follow;

import java.util.Locale;
import java.util.Set;
import org.rivages.search.SearchQuery.Sort;

/** The forms beside its page that every list has, in the order in which pages name them. */
enum FollowForm {
    ATOM("application/atom+xml", 50),
    JSONFEED("application/feed+json", 50),
    ICS("text/calendar", 10_000),
    CSV("text/csv", 10_000),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", 10_000),
    JSON("application/json", 50);

    private final String type;
    private final int size;

    FollowForm(String type, int size) {
        this.type = type;
        this.size = size;
    }

    static FollowForm of(String suffix) {
        return valueOf(suffix.toUpperCase(Locale.ROOT));
    }

    /** The end of the address: {@code atom}. */
    String suffix() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The media type, without a charset. */
    String type() {
        return type;
    }

    /** The media type as an answer says it. JSON and workbooks know no charset. */
    String contentType() {
        return switch (this) {
            case ATOM, ICS, CSV -> type + ";charset=UTF-8";
            case JSONFEED, XLSX, JSON -> type;
        };
    }

    /** Records in one file; the next ones are on the next page. */
    int size() {
        return size;
    }

    /** A feed tells what changed and can be pushed to its readers. */
    boolean isFeed() {
        return this == ATOM || this == JSONFEED;
    }

    /** Kept by people rather than read by programs. */
    boolean isDownload() {
        return this == CSV || this == XLSX;
    }

    Set<String> kinds(Listing listing) {
        return switch (this) {
            case JSON, CSV, XLSX -> listing.kinds();
            case ATOM, JSONFEED -> listing.feedKinds();
            case ICS -> listing.calendarKinds();
        };
    }

    Asked ordered(Asked asked) {
        return switch (this) {
            case JSON, CSV, XLSX -> asked;
            case ATOM, JSONFEED -> asked.sort() == null ? asked.sort(Sort.CHANGED) : asked;
            case ICS -> asked.sort(Sort.DATE);
        };
    }
}
