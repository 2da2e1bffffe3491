package org.rivages.follow;

import java.util.ArrayList;
import java.util.List;
import org.rivages.search.SearchDocument;
import org.rivages.search.SearchResult;
import org.rivages.site.Page;

/**
 * A list on its way into a file.
 *
 * @param title what the list is called, with its criteria in words
 * @param size records in one file
 */
record Follower(
        Page page, Listing listing, Asked asked, SearchResult result, String title, int size) {

    List<SearchDocument> records() {
        return result.hits();
    }

    /** This very file as a path, or another page of it. */
    String path(String suffix, int number) {
        return page.url(listing.path() + "." + suffix) + asked.page(number).address();
    }

    String web() {
        return page.url(listing.path()) + asked.page(1).address();
    }

    boolean hasNext() {
        return (long) asked.page() * size < result.total();
    }

    static String title(Page page, Listing listing, Asked asked, ValueWords values) {
        String name =
                page.t("follow.title." + listing.word()) + " – " + page.t(page.settings().name());
        return asked.isPlain() ? name : name + " – " + criteria(page, asked, values);
    }

    /** What is asked for, in words; "" for everything. */
    static String criteria(Page page, Asked asked, ValueWords values) {
        List<String> words = new ArrayList<>();
        if (!asked.text().isEmpty()) {
            words.add(page.t("follow.quoted", "text", asked.text()));
        }
        asked.criteria()
                .forEach((criterion, chosen) ->
                        chosen.forEach(
                                value -> words.add(values.word(criterion, value, page.words()))));
        return words.isEmpty() ? "" : page.words().list(words);
    }
}
