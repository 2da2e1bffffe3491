package org.rivages.follow;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rivages.search.SearchDocument;
import org.rivages.shared.Json;
import org.rivages.site.Links;
import org.rivages.site.Page;
import org.springframework.stereotype.Component;

/** A list as a JSON Feed (version 1.1): the entries of the Atom feed under the same ids. */
@Component
class JsonFeedFile {
    static final String VERSION = "https://jsonfeed.org/version/1.1";

    private final Links links;
    private final ValueWords values;

    JsonFeedFile(Links links, ValueWords values) {
        this.links = links;
        this.values = values;
    }

    /**
     * @param hub where the feed can be had pushed; "" for nowhere
     */
    byte[] write(Follower follower, String hub) {
        Page page = follower.page();
        int here = follower.asked().page();
        Map<String, Object> feed = new LinkedHashMap<>();
        feed.put("version", VERSION);
        feed.put("title", FeedText.clean(follower.title()));
        feed.put("home_page_url", links.base() + follower.web());
        feed.put("feed_url", links.base() + follower.path("jsonfeed", here));
        if (follower.hasNext()) {
            feed.put("next_url", links.base() + follower.path("jsonfeed", here + 1));
        }
        feed.put("language", page.language().code());
        feed.put("authors", List.of(author(page)));
        if (!hub.isEmpty()) {
            feed.put("hubs", List.of(Map.of("type", "WebSub", "url", hub)));
        }
        feed.put("items", follower.records().stream().map(hit -> item(page, hit)).toList());
        return Json.mapper().writeValueAsBytes(feed);
    }

    private Map<String, Object> author(Page page) {
        Map<String, Object> author = new LinkedHashMap<>();
        author.put("name", FeedText.clean(page.t(page.settings().name())));
        author.put("url", links.base() + page.url("/"));
        return author;
    }

    /** An item must have a content: where nothing is said, its title is said again. */
    private Map<String, Object> item(Page page, SearchDocument record) {
        String title = FeedText.clean(page.t(record.title()));
        String text = FeedText.summary(page, record);
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("id", FeedText.id(links, page, record));
        item.put("url", links.base() + page.url(record.path()));
        item.put("title", title);
        item.put("content_text", text.isEmpty() ? title : text);
        item.put("date_modified", record.changedAt().toString());
        item.put("tags", List.of(values.word("kind", record.kind(), page.words())));
        item.put("language", page.language().code());
        return item;
    }
}
