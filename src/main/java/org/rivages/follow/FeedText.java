package org.rivages.follow;

import java.net.URI;
import org.rivages.search.SearchDocument;
import org.rivages.site.Links;
import org.rivages.site.Page;

/** What feeds of either format say of a record, and under which name. */
final class FeedText {
    /** The year in which tags were first given; part of every id, never to be changed. */
    private static final String SINCE = "2026";

    private FeedText() {}

    /** The same for ever, wherever the record's address moves (RFC 4151). */
    static String id(Links links, String specific) {
        return "tag:" + URI.create(links.base()).getHost() + "," + SINCE + ":" + specific;
    }

    static String id(Links links, Page page, SearchDocument record) {
        return id(links, "/" + page.language().code() + "/" + record.kind() + "/" + record.id());
    }

    /** What changed last, then what the record is; "" when there is nothing to say. */
    static String summary(Page page, SearchDocument record) {
        String change = page.t(record.change());
        String text = page.t(record.summary());
        return clean(change.isEmpty() ? text : text.isEmpty() ? change : change + "\n\n" + text);
    }

    /** XML, calendars and workbooks have no room for control characters. */
    static String clean(String text) {
        return text.replaceAll("[^\\t\\n\\u0020-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]", "");
    }
}
