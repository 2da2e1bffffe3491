package org.rivages.follow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rivages.shared.Json;
import org.rivages.support.RivagesTest;
import org.rivages.support.TestServer;
import org.rivages.support.Visitor;
import org.rivages.support.Visitor.Answer;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** How feeds announce the hub, to which a subscriber must be led by what it reads. */
@RivagesTest
class WebSubFeedsIT {
    private static final String HUB = "https://hub.example/";

    private final Visitor visitor = new Visitor();
    @Autowired private WebSub webSub;

    @BeforeEach
    void set() {
        webSub.use(HUB);
    }

    @AfterEach
    void unset() {
        webSub.use("");
    }

    @Test
    void bothFeedsNameTheHubAndThemselvesInTheirBodyAndTheirHeaders() {
        // an unknown parameter leads past the cache of pages and is no part of the topic
        String self = TestServer.base() + "/en/search.atom?country=MA";
        Answer atom = visitor.raw("/en/search.atom?country=MA&websub=1");
        assertThat(links(atom))
                .contains("<" + HUB + ">; rel=\"hub\"", "<" + self + ">; rel=\"self\"");
        Document feed = Jsoup.parse(atom.text(), "", Parser.xmlParser());
        assertThat(feed.select("feed > link[rel=hub]").attr("href")).isEqualTo(HUB);
        assertThat(feed.select("feed > link[rel=self]").attr("href")).isEqualTo(self);
        assertThat(AtomRules.broken(atom.text())).isEmpty();

        Answer jsonFeed = visitor.raw("/ar/calls.jsonfeed?websub=1");
        String own = TestServer.base() + "/ar/calls.jsonfeed";
        assertThat(links(jsonFeed))
                .contains("<" + HUB + ">; rel=\"hub\"", "<" + own + ">; rel=\"self\"");
        JsonNode json = Json.mapper().readTree(jsonFeed.text());
        assertThat(json.get("hubs").get(0).get("type").asString()).isEqualTo("WebSub");
        assertThat(json.get("hubs").get(0).get("url").asString()).isEqualTo(HUB);
        assertThat(json.get("feed_url").asString()).isEqualTo(own);
    }

    @Test
    void whatIsNotPushedIsNotAnnounced() {
        for (String path :
                List.of(
                        "/en/search.atom?page=2&websub=2",
                        "/en/search.atom?sort=name&websub=2",
                        "/en/search.csv?websub=2",
                        "/en/search.ics?websub=2")) {
            assertThat(links(visitor.raw(path))).as(path).noneMatch(link -> link.contains("hub"));
        }
        Answer own = Visitor.signedIn("secretariat@demo.example").raw("/en/search.atom?websub=2");
        assertThat(own.text()).doesNotContain("rel=\"hub\"");
    }

    @Test
    void withoutTheSettingNoFeedSpeaksOfAHub() {
        webSub.use("");
        Answer atom = visitor.raw("/en/search.atom?websub=3");
        assertThat(atom.text()).doesNotContain("rel=\"hub\"");
        assertThat(links(atom)).noneMatch(link -> link.contains("hub"));
        assertThat(visitor.raw("/en/search.jsonfeed?websub=3").text()).doesNotContain("\"hubs\"");
    }

    private static List<String> links(Answer answer) {
        return answer.response().headers().allValues("Link");
    }
}
