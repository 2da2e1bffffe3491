package org.rivages.follow;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import java.util.List;
import java.util.Objects;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.rivages.shared.Language;
import org.rivages.support.RivagesTest;
import org.rivages.support.TestServer;
import org.rivages.support.Visitor;
import org.rivages.support.Visitor.Answer;

/** The page that says how to follow, and what it leads to. */
@RivagesTest
class FollowPagesIT {
    private final Visitor visitor = new Visitor();

    @ParameterizedTest
    @EnumSource(Language.class)
    void namesEveryListInEveryFormAndEachAddressAnswers(Language language) {
        Answer page = visitor.get("/" + language.code() + "/follow");
        for (Listing listing : Listing.values()) {
            for (FollowForm form : FollowForm.values()) {
                String address =
                        TestServer.base()
                                + "/"
                                + language.code()
                                + listing.path()
                                + "."
                                + form.suffix();
                boolean shown = form != FollowForm.ICS || listing.hasEvents();
                assertThat(page.page().select("table a[href='" + address + "']"))
                        .as(address)
                        .hasSize(shown ? 1 : 0);
                assertThat(visitor.raw(address).header("Content-Type"))
                        .isEqualTo(form.contentType());
            }
        }
        assertThat(page.page().select("table a[href^='webcal://']")).hasSize(3);
        assertThat(page.page().select("#mine")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void leadsFromAnyCombinationToItsOwnSubscription(Language language) {
        String query = "?country=TN&country=MA";
        Answer list = visitor.get("/" + language.code() + "/programmes" + query);
        Element how =
                list.page().select("p.files a").stream()
                        .filter(link -> link.attr("href").contains("/follow"))
                        .findFirst()
                        .orElseThrow();
        Answer page = visitor.get(how.attr("href"));
        assertThat(page.status()).isEqualTo(200);
        Element mine = Objects.requireNonNull(page.page().selectFirst("section:has(#mine)"));
        Element subscription = Objects.requireNonNull(mine.selectFirst("a[href^='webcal://']"));
        assertThat(subscription.attr("href"))
                .endsWith("/" + language.code() + "/programmes.ics?country=MA&country=TN");
        Answer calendar =
                visitor.raw(subscription.attr("href").replaceFirst("^webcal://", "http://"));
        assertThat(Biweekly.parse(calendar.text()).first()).isNotNull();
        for (Element link : mine.select("a[href]")) {
            String href = link.attr("href");
            if (!href.startsWith("webcal:")) {
                assertThat(visitor.raw(href).status()).as(href).isEqualTo(200);
                assertThat(href).contains("country=MA&country=TN");
            }
        }
    }

    @Test
    void offersNoCalendarOfWhatHasNoDates() {
        Answer page = visitor.get("/en/follow?list=organisations&country=MA");
        Element mine = Objects.requireNonNull(page.page().selectFirst("section:has(#mine)"));
        assertThat(mine.select("a[href^='webcal://']")).isEmpty();
        assertThat(mine.select("a[href*='/organisations.atom?country=MA']")).hasSize(1);
    }

    @Test
    void anOddListOrCriterionIsNoReasonToFail() {
        for (String query :
                List.of(
                        "?list=nothing&country=MA",
                        "?list=%00",
                        "?country=%3Cscript%3E",
                        "?list=calls&page=x&q=%22%3E%3Cscript%3Ealert(1)",
                        "?year=abc")) {
            Answer page = visitor.get("/en/follow" + query);
            assertThat(page.status()).as(query).isIn(200, 400);
            assertThat(page.text()).doesNotContain("<script>alert");
        }
    }

    @Test
    void anEditionAndItsSessionsCanBeSubscribedTo() {
        Answer edition = visitor.get("/en/programmes/metropolitan-workshops/2020");
        Element link = Objects.requireNonNull(edition.page().selectFirst("a[href^='webcal://']"));
        Answer calendar = visitor.raw(link.attr("href").replaceFirst("^webcal://", "http://"));
        assertThat(Biweekly.parse(calendar.text()).first().getEvents()).isNotEmpty();
    }
}
