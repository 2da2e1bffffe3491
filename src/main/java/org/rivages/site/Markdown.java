package org.rivages.site;

import gg.jte.Content;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/** Long texts that people wrote, as Markdown, shown safely: paragraphs, lists, emphasis, links. */
public final class Markdown {
    private static final Parser PARSER = Parser.builder().build();
    private static final HtmlRenderer RENDERER = HtmlRenderer.builder().escapeHtml(true).build();
    private static final PolicyFactory POLICY =
            new HtmlPolicyBuilder()
                    .allowElements(
                            "p",
                            "ul",
                            "ol",
                            "li",
                            "em",
                            "strong",
                            "br",
                            "blockquote",
                            "h3",
                            "h4",
                            "a")
                    .allowUrlProtocols("https", "http", "mailto")
                    .allowAttributes("href")
                    .onElements("a")
                    .requireRelNofollowOnLinks()
                    .toFactory();

    private Markdown() {}

    /** For templates: {@code ${Markdown.html(text)}}. */
    public static Content html(String markdown) {
        String html = POLICY.sanitize(RENDERER.render(PARSER.parse(markdown)));
        return output -> output.writeContent(html);
    }
}
