package org.rivages.follow;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.rivages.search.Excerpts;
import org.rivages.search.SearchDocument;
import org.springframework.http.HttpStatus;

/**
 * A list as its page shows it. Addresses in it are paths on this site with the language.
 *
 * @param action the list's own address without parameters
 * @param text what stands in the box
 * @param total records on all pages
 * @param documents the records of this page, for rooms that draw their own rows
 * @param rows the same, for the template {@code rows}
 * @param drops what to leave out when nothing was found, best first
 * @param problems what of the address could not be read, in words
 * @param close only words that differ by one letter were found
 * @param meant what was perhaps meant, with the address that asks for it; null when there is
 *     nothing
 * @param beyond the page asked for lies behind the last one
 * @param available false while the search cannot be reached
 * @param files suffix → the same list in another form: atom, jsonfeed, ics, csv, xlsx, json
 */
public record ResultsView(
        Listing listing,
        String action,
        String text,
        long total,
        List<SearchDocument> documents,
        List<Row> rows,
        List<Facet> facets,
        List<Chip> chips,
        String clear,
        List<Order> orders,
        List<Drop> drops,
        List<String> problems,
        boolean close,
        @Nullable Chip meant,
        boolean beyond,
        boolean available,
        List<PageLink> pages,
        Map<String, String> files) {

    /**
     * The same list in another form.
     *
     * @param type its media type
     */
    public record File(String suffix, String type, String address) {}

    /** Every other form of this list, in the order in which pages name them. */
    public List<File> forms() {
        return Arrays.stream(FollowForm.values())
                .map(form ->
                        new File(form.suffix(), form.type(), files.getOrDefault(form.suffix(), "")))
                .toList();
    }

    /** The page that says how to follow this very list, without the language. */
    public String how() {
        return listing.how(files.getOrDefault(FollowForm.JSON.suffix(), ""));
    }

    /** One criterion with the values that lead somewhere. */
    public record Facet(String criterion, String title, List<Value> values) {
        /** Many values scroll and can be narrowed by typing. */
        public boolean isLong() {
            return values.size() > 8;
        }
    }

    /**
     * @param count records that would be found with it
     */
    public record Value(String value, String word, int count, boolean chosen) {}

    /** A chosen value; the address is this list without it. */
    public record Chip(String word, String address) {}

    /**
     * @param value "" for the usual order, which the address need not name
     */
    public record Order(String value, String word, boolean chosen) {}

    /** What to leave out, and how many records that would bring. */
    public record Drop(String word, String address, long count) {}

    /**
     * @param number 0 for a gap
     */
    public record PageLink(int number, String address, boolean here) {}

    /**
     * @param excerpt where it says what was typed; empty to show the summary
     * @param titleLanguage set where the name is not in the page's language
     * @param status "" when there is none to show
     * @param statusStyle how certain it is: ok, wait, off, bad
     */
    public record Row(
            String address,
            String title,
            @Nullable String titleLanguage,
            String what,
            String summary,
            @Nullable String summaryLanguage,
            List<Excerpts.Piece> excerpt,
            String excerptLanguage,
            String when,
            String place,
            String status,
            String statusStyle) {}

    /** 503 while the search cannot be reached, 400 when the address could not be read, else 200. */
    public HttpStatus status() {
        if (!available) {
            return HttpStatus.SERVICE_UNAVAILABLE;
        }
        return problems.isEmpty() ? HttpStatus.OK : HttpStatus.BAD_REQUEST;
    }

    /** The criteria as they stand in the address after the question mark; "" for none. */
    public String query() {
        String file = Objects.requireNonNull(files.get("json"));
        return file.substring(file.indexOf(".json") + ".json".length()).replaceFirst("^\\?", "");
    }

    public int chosen() {
        return chips.size();
    }
}
