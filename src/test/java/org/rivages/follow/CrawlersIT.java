package org.rivages.follow;

import static org.assertj.core.api.Assertions.assertThat;

import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRulesParser;
import crawlercommons.sitemaps.AbstractSiteMap;
import crawlercommons.sitemaps.SiteMap;
import crawlercommons.sitemaps.SiteMapIndex;
import crawlercommons.sitemaps.SiteMapParser;
import crawlercommons.sitemaps.SiteMapURL;
import crawlercommons.sitemaps.extension.Extension;
import crawlercommons.sitemaps.extension.LinkAttributes;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.rivages.shared.Json;
import org.rivages.shared.Language;
import org.rivages.support.RivagesTest;
import org.rivages.support.TestServer;
import org.rivages.support.Visitor;
import org.rivages.support.Visitor.Answer;

/** What search engines and browsers are told, read as they read it. */
@RivagesTest
class CrawlersIT {
    private final Visitor visitor = new Visitor();

    @Test
    void robotsMayReadWhatIsPublicAndCalendarsAndFeedsToo() {
        Answer answer = visitor.raw("/robots.txt");
        assertThat(answer.header("Content-Type")).startsWith("text/plain");
        SimpleRobotRules rules =
                new SimpleRobotRulesParser()
                        .parseContent(
                                TestServer.base() + "/robots.txt",
                                answer.response().body(),
                                "text/plain",
                                Set.of("googlebot"));
        for (String open :
                List.of(
                        "/en/",
                        "/fr/organisations?network=avec&class=associate",
                        "/ar/search.ics?kind=session&kind=call",
                        "/en/search.atom?country=MA",
                        "/en/search",
                        "/en/calls/2020",
                        "/en/sitemap-1.xml")) {
            assertThat(rules.isAllowed(TestServer.base() + open)).as(open).isTrue();
        }
        for (String closed :
                List.of(
                        "/en/desk/calls",
                        "/ar/me",
                        "/fr/sign-in",
                        "/en/search?q=a&country=MA",
                        "/fr/calls/2020/apply")) {
            assertThat(rules.isAllowed(TestServer.base() + closed)).as(closed).isFalse();
        }
        assertThat(rules.getSitemaps()).containsExactly(TestServer.base() + "/sitemap.xml");
    }

    @Test
    void theSitemapTellsWhatAVisitorFindsInEachLanguageAndNothingElse() throws Exception {
        SiteMapIndex index = (SiteMapIndex) parse("/sitemap.xml");
        assertThat(index.getSitemaps()).hasSize(3);
        for (AbstractSiteMap listed : index.getSitemaps()) {
            assertThat(listed.getLastModified()).isNotNull();
            String path = listed.getUrl().getPath();
            String language = path.substring(1, 3);
            SiteMap map = (SiteMap) parse(path);
            Set<String> told = new TreeSet<>();
            for (SiteMapURL url : map.getSiteMapUrls()) {
                String address = url.getUrl().getPath();
                assertThat(told.add(address)).as(address).isTrue();
                assertThat(address).startsWith("/" + language + "/");
                assertThat(sisters(url))
                        .containsExactlyInAnyOrderElementsOf(
                                Arrays.stream(Language.values())
                                        .map(other ->
                                                other.code()
                                                        + " "
                                                        + TestServer.base()
                                                        + "/"
                                                        + other.code()
                                                        + address.substring(3))
                                        .toList());
            }
            assertThat(told)
                    .contains("/" + language + "/", "/" + language + "/organisations/avitem");
            long records =
                    Json.mapper()
                            .readTree(visitor.raw("/" + language + "/search.json").text())
                            .get("total")
                            .asLong();
            assertThat((long) told.size()).isEqualTo(records + 4 + Listing.values().length);
        }
    }

    @Test
    void everyAddressOfTheSitemapAnswersWithTheSameSistersInItsHead() throws Exception {
        SiteMap map = (SiteMap) parse("/fr/sitemap-1.xml");
        for (SiteMapURL url : map.getSiteMapUrls().stream().limit(15).toList()) {
            Answer page = visitor.raw(url.getUrl().getPath());
            assertThat(page.status()).as(url.toString()).isEqualTo(200);
            assertThat(
                            page.page().select("link[rel=alternate][hreflang]").stream()
                                    .map(link -> link.attr("hreflang") + " " + link.absUrl("href"))
                                    .toList())
                    .containsExactlyInAnyOrderElementsOf(sisters(url));
        }
    }

    @Test
    void whoeverAsksTheSitemapIsAVisitorsAndIsNotDrawnTwice() {
        Visitor secretariat = Visitor.signedIn("secretariat@demo.example");
        Answer own = secretariat.raw("/en/sitemap-1.xml");
        Answer others = visitor.raw("/en/sitemap-1.xml");
        assertThat(own.text()).isEqualTo(others.text()).doesNotContain("/desk/");
        assertThat(
                        visitor.raw("/en/sitemap-1.xml", "If-None-Match", others.header("ETag"))
                                .status())
                .isEqualTo(304);
        assertThat(
                        secretariat
                                .raw("/en/sitemap-1.xml", "If-None-Match", own.header("ETag"))
                                .status())
                .isEqualTo(304);
        for (String none :
                List.of("/en/sitemap-0.xml", "/en/sitemap-2.xml", "/en/sitemap-999999.xml")) {
            assertThat(visitor.raw(none).status()).as(none).isEqualTo(404);
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void aBrowserLearnsTheSearchFromTheHeadOfAnyPage(Language language) {
        Answer home = visitor.get("/" + language.code() + "/");
        var link = Objects.requireNonNull(home.page().selectFirst("link[rel=search]"));
        assertThat(link.attr("type")).isEqualTo("application/opensearchdescription+xml");
        Answer answer = visitor.raw(link.attr("href"));
        assertThat(answer.header("Content-Type"))
                .startsWith("application/opensearchdescription+xml");
        Document description = Jsoup.parse(answer.text(), "", Parser.xmlParser());
        var root = Objects.requireNonNull(description.selectFirst("OpenSearchDescription"));
        assertThat(root.attr("xmlns")).isEqualTo("http://a9.com/-/spec/opensearch/1.1/");
        assertThat(root.select("> ShortName").text()).isNotBlank().hasSizeLessThanOrEqualTo(16);
        assertThat(root.select("> LongName").text()).isNotBlank().hasSizeLessThanOrEqualTo(48);
        assertThat(root.select("> Description").text()).isNotBlank().hasSizeLessThanOrEqualTo(1024);
        assertThat(root.select("> Language").text()).isEqualTo(language.code());
        assertThat(root.select("> Url[rel=self]").attr("template"))
                .isEqualTo(TestServer.base() + link.attr("href"));
        assertThat(root.select("> Url[rel=results]"))
                .hasSize(3)
                .allSatisfy(url -> {
                    assertThat(url.attr("template")).contains("{searchTerms}");
                    Answer found =
                            visitor.raw(
                                    URI.create(
                                                    url.attr("template")
                                                            .replace("{searchTerms}", "avitem"))
                                            .toString());
                    assertThat(found.status()).isEqualTo(200);
                    assertThat(found.header("Content-Type")).startsWith(url.attr("type"));
                    assertThat(found.text()).contains("/organisations/avitem");
                });
    }

    private AbstractSiteMap parse(String path) throws Exception {
        Answer answer = visitor.raw(path);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith("application/xml");
        SiteMapParser parser = new SiteMapParser(true);
        parser.enableExtension(Extension.LINKS);
        return parser.parseSiteMap(
                answer.response().body(), URI.create(TestServer.base() + path).toURL());
    }

    private static List<String> sisters(SiteMapURL url) {
        return Arrays.stream(url.getAttributesForExtension(Extension.LINKS))
                .map(link -> (LinkAttributes) link)
                .map(link -> link.getParams().get("hreflang") + " " + link.getHref())
                .toList();
    }
}
