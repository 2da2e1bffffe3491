package org.rivages.follow;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;
import org.rivages.search.Reader;
import org.rivages.search.SearchDocument;
import org.rivages.search.SearchIndex;
import org.rivages.search.SearchQuery;
import org.rivages.shared.Language;
import org.rivages.site.Links;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * The public records as sitemaps (sitemaps.org, protocol 0.9): for each language files of at most
 * 50,000 addresses, each with its sisters in the other languages. Written a few hundred records at
 * a time, so that a file of any size takes little memory.
 */
@Component
class Sitemaps {
    private static final String SPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static final String XHTML = "http://www.w3.org/1999/xhtml";

    /** Pages that are no records. */
    private static final List<String> PAGES =
            Stream.concat(
                            Stream.of("/", "/follow", "/accessibility", "/privacy"),
                            Stream.of(Listing.values()).map(Listing::path))
                    .toList();

    private static final int AT_A_TIME = 500;

    /** With the pages that are no records, a file stays below 50,000 addresses. */
    private static final int TIMES = 99;

    private final SearchIndex index;
    private final Links links;
    private final int atATime;
    private final int times;

    @Autowired
    Sitemaps(SearchIndex index, Links links) {
        this(index, links, AT_A_TIME, TIMES);
    }

    Sitemaps(SearchIndex index, Links links, int atATime, int times) {
        this.index = index;
        this.links = links;
        this.atATime = atATime;
        this.times = times;
    }

    /** How many files one language takes. */
    int files(long total) {
        long inOne = (long) atATime * times;
        return (int) Math.max(1, (total + inOne - 1) / inOne);
    }

    /** The list of all files. */
    void index(long total, Instant changed, OutputStream out) throws IOException {
        write(
                out,
                "sitemapindex",
                xml -> {
                    for (Language language : Language.values()) {
                        for (int number = 1; number <= files(total); number++) {
                            xml.writeStartElement("sitemap");
                            text(
                                    xml,
                                    "loc",
                                    links.absolute(language, "/sitemap-" + number + ".xml"));
                            text(xml, "lastmod", changed.toString());
                            xml.writeEndElement();
                        }
                    }
                });
    }

    /**
     * @param number from 1
     */
    void file(Language language, int number, OutputStream out) throws IOException {
        write(
                out,
                "urlset",
                xml -> {
                    if (number == 1) {
                        for (String path : PAGES) {
                            address(xml, language, path, null);
                        }
                    }
                    SearchQuery query = SearchQuery.all(language);
                    for (int i = 1; i <= times; i++) {
                        List<SearchDocument> records =
                                index.search(
                                                query.page((number - 1) * times + i, atATime),
                                                Reader.VISITOR)
                                        .hits();
                        for (SearchDocument record : new ArrayList<>(records)) {
                            address(xml, language, record.path(), record.changedAt());
                        }
                        if (records.size() < atATime) {
                            break;
                        }
                    }
                });
    }

    private void address(
            XMLStreamWriter xml, Language language, String path, @Nullable Instant changed)
            throws XMLStreamException {
        xml.writeStartElement("url");
        text(xml, "loc", links.absolute(language, path));
        if (changed != null) {
            text(xml, "lastmod", changed.toString());
        }
        for (Language other : Language.values()) {
            xml.writeEmptyElement("xhtml", "link", XHTML);
            xml.writeAttribute("rel", "alternate");
            xml.writeAttribute("hreflang", other.code());
            xml.writeAttribute("href", links.absolute(other, path));
        }
        xml.writeEndElement();
    }

    private static void text(XMLStreamWriter xml, String name, String text)
            throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }

    private interface Content {
        void write(XMLStreamWriter xml) throws XMLStreamException;
    }

    private static void write(OutputStream out, String root, Content content) throws IOException {
        try {
            XMLStreamWriter xml =
                    XMLOutputFactory.newInstance().createXMLStreamWriter(out, "UTF-8");
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement(root);
            xml.writeDefaultNamespace(SPACE);
            xml.writeNamespace("xhtml", XHTML);
            content.write(xml);
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }
}
