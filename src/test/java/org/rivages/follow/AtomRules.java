package org.rivages.follow;

import java.net.URI;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/** What RFC 4287 demands of a feed, checked with another parser than the one that wrote it. */
final class AtomRules {
    private AtomRules() {}

    /** The rules that the feed breaks. */
    static List<String> broken(String xml) {
        List<String> broken = new ArrayList<>();
        Document document = Jsoup.parse(xml, "", Parser.xmlParser());
        Element feed = document.selectFirst("feed");
        if (feed == null || !feed.attr("xmlns").equals("http://www.w3.org/2005/Atom")) {
            return List.of("no feed");
        }
        if (feed.attr("xml:lang").isEmpty()) {
            broken.add("no language");
        }
        common(feed, broken);
        if (feed.select("> author > name").isEmpty()) {
            broken.add("no author");
        }
        if (feed.select("> link[rel=self]").size() != 1) {
            broken.add("not one link to itself");
        }
        Set<String> ids = new HashSet<>();
        for (Element entry : feed.select("> entry")) {
            common(entry, broken);
            if (!ids.add(entry.select("> id").text())) {
                broken.add("an id twice");
            }
            if (entry.select("> link[rel=alternate]").size() != 1) {
                broken.add("an entry without its page");
            }
            if (entry.select("> summary").size() > 1) {
                broken.add("two summaries");
            }
        }
        for (Element link : feed.select("link")) {
            if (!URI.create(link.attr("href")).isAbsolute()) {
                broken.add("a relative link");
            }
        }
        return broken;
    }

    private static void common(Element element, List<String> broken) {
        for (String one : List.of("id", "title", "updated")) {
            if (element.select("> " + one).size() != 1) {
                broken.add("not one " + one);
            }
        }
        String id = element.select("> id").text();
        if (!URI.create(id).isAbsolute() || !id.matches("tag:[a-z0-9.-]+,\\d{4}:\\S+")) {
            broken.add("the id " + id);
        }
        OffsetDateTime.parse(element.select("> updated").text());
    }
}
