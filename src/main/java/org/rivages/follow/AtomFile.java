package org.rivages.follow;

import com.rometools.rome.feed.atom.Category;
import com.rometools.rome.feed.atom.Content;
import com.rometools.rome.feed.atom.Entry;
import com.rometools.rome.feed.atom.Feed;
import com.rometools.rome.feed.atom.Link;
import com.rometools.rome.feed.atom.Person;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.WireFeedOutput;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.jdom2.Document;
import org.jdom2.Namespace;
import org.jdom2.output.Format;
import org.jdom2.output.XMLOutputter;
import org.rivages.search.SearchDocument;
import org.rivages.site.Links;
import org.springframework.stereotype.Component;

/**
 * A list as an Atom feed (RFC 4287): what changed last, first; one entry per record, in one
 * language.
 */
@Component
class AtomFile {
    private final Links links;
    private final ValueWords values;

    AtomFile(Links links, ValueWords values) {
        this.links = links;
        this.values = values;
    }

    /**
     * @param hub where the feed can be had pushed; "" for nowhere
     */
    byte[] write(Follower follower, String hub) {
        Feed feed = new Feed("atom_1.0");
        feed.setId(
                FeedText.id(
                        links,
                        follower.page().url(follower.listing().path())
                                + follower.asked().page(1).address()));
        feed.setTitle(FeedText.clean(follower.title()));
        feed.setUpdated(Date.from(updated(follower)));
        feed.setAuthors(List.of(author(follower)));
        feed.setAlternateLinks(List.of(link("alternate", "text/html", follower.web())));
        feed.setOtherLinks(pages(follower, hub));
        feed.setEntries(follower.records().stream().map(hit -> entry(follower, hit)).toList());
        return xml(feed, follower.page().language().code());
    }

    private Person author(Follower follower) {
        Person author = new Person();
        author.setName(FeedText.clean(follower.page().t(follower.page().settings().name())));
        author.setUri(links.base() + follower.page().url("/"));
        return author;
    }

    private List<Link> pages(Follower follower, String hub) {
        int here = follower.asked().page();
        List<Link> all = new ArrayList<>();
        all.add(link("self", "application/atom+xml", follower.path("atom", here)));
        all.add(link("first", "application/atom+xml", follower.path("atom", 1)));
        if (here > 1) {
            all.add(link("previous", "application/atom+xml", follower.path("atom", here - 1)));
        }
        if (follower.hasNext()) {
            all.add(link("next", "application/atom+xml", follower.path("atom", here + 1)));
        }
        if (!hub.isEmpty()) {
            Link push = new Link();
            push.setRel("hub");
            push.setHref(hub);
            all.add(push);
        }
        return all;
    }

    private Link link(String rel, String type, String path) {
        Link link = new Link();
        link.setRel(rel);
        link.setType(type);
        link.setHref(links.base() + path);
        return link;
    }

    private Entry entry(Follower follower, SearchDocument record) {
        var page = follower.page();
        Entry entry = new Entry();
        entry.setId(FeedText.id(links, page, record));
        entry.setTitle(FeedText.clean(page.t(record.title())));
        entry.setUpdated(Date.from(record.changedAt()));
        entry.setAlternateLinks(List.of(link("alternate", "text/html", page.url(record.path()))));
        Content summary = new Content();
        summary.setType("text");
        summary.setValue(FeedText.summary(page, record));
        entry.setSummary(summary);
        Category kind = new Category();
        kind.setTerm(record.kind());
        kind.setLabel(FeedText.clean(values.word("kind", record.kind(), page.words())));
        entry.setCategories(List.of(kind));
        return entry;
    }

    private static Instant updated(Follower follower) {
        return follower.records().stream()
                .map(SearchDocument::changedAt)
                .max(Instant::compareTo)
                .orElse(Instant.EPOCH);
    }

    private static byte[] xml(Feed feed, String language) {
        try {
            Document document = new WireFeedOutput().outputJDom(feed);
            document.getRootElement().setAttribute("lang", language, Namespace.XML_NAMESPACE);
            return new XMLOutputter(Format.getCompactFormat().setTextMode(Format.TextMode.PRESERVE))
                    .outputString(document)
                    .getBytes(StandardCharsets.UTF_8);
        } catch (FeedException e) {
            throw new IllegalStateException(e);
        }
    }
}
