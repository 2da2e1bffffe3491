package org.rivages.follow;

import java.nio.charset.StandardCharsets;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jdom2.output.Format;
import org.jdom2.output.XMLOutputter;
import org.rivages.access.Allow;
import org.rivages.site.Links;
import org.rivages.site.Page;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The search as browsers and readers learn it (OpenSearch 1.1), one description per language. */
@Controller
@Allow(Allow.Who.EVERYBODY)
class DescriptionPages {
    static final String TYPE = "application/opensearchdescription+xml";

    private static final Namespace SPACE =
            Namespace.getNamespace("http://a9.com/-/spec/opensearch/1.1/");
    private static final int LONGEST_SHORT_NAME = 16;
    private static final int LONGEST_LONG_NAME = 48;

    private final Links links;

    DescriptionPages(Links links) {
        this.links = links;
    }

    @GetMapping("/{lang}/opensearch.xml")
    ResponseEntity<byte[]> description(Page page) {
        String name = FeedText.clean(page.t(page.settings().name()));
        Element root = new Element("OpenSearchDescription", SPACE);
        root.addContent(text("ShortName", cut(name, LONGEST_SHORT_NAME)));
        root.addContent(text("LongName", cut(name, LONGEST_LONG_NAME)));
        root.addContent(text("Description", page.t("follow.search.lede")));
        root.addContent(url(page, "text/html", "results", "/search?q={searchTerms}"));
        root.addContent(results(page, FollowForm.ATOM));
        root.addContent(results(page, FollowForm.JSONFEED));
        root.addContent(url(page, TYPE, "self", "/opensearch.xml"));
        Element image = text("Image", links.base() + page.asset("img/mark.svg"));
        image.setAttribute("type", "image/svg+xml");
        root.addContent(image);
        root.addContent(text("Language", page.language().code()));
        root.addContent(text("InputEncoding", "UTF-8"));
        root.addContent(text("OutputEncoding", "UTF-8"));
        byte[] body =
                new XMLOutputter(Format.getPrettyFormat())
                        .outputString(new Document(root))
                        .getBytes(StandardCharsets.UTF_8);
        return ResponseEntity.ok()
                .header("Content-Type", TYPE)
                .cacheControl(CacheControl.noCache().cachePublic())
                .body(body);
    }

    private Element results(Page page, FollowForm form) {
        return url(page, form.type(), "results", "/search." + form.suffix() + "?q={searchTerms}");
    }

    private Element url(Page page, String type, String rel, String template) {
        Element url = new Element("Url", SPACE);
        url.setAttribute("type", type);
        url.setAttribute("rel", rel);
        url.setAttribute("template", links.absolute(page.language(), template));
        return url;
    }

    private static Element text(String name, String text) {
        return new Element(name, SPACE).setText(text);
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most).strip();
    }
}
