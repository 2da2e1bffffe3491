package org.rivages.calls;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.rivages.access.Role;
import org.rivages.programmes.EditionAside;
import org.rivages.programmes.EditionDeskSection;
import org.rivages.programmes.EditionHighlights;
import org.rivages.programmes.EditionSection;
import org.rivages.programmes.EditionSummary;
import org.rivages.programmes.Programmes;
import org.rivages.site.DeskEntry;
import org.rivages.site.Fragment;
import org.rivages.site.HomeSection;
import org.rivages.site.Page;
import org.rivages.site.Section;
import org.rivages.site.TodaySection;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What calls add to the pages of others: home, editions, the desk. */
@Configuration(proxyBeanMethods = false)
public class CallSections {
    private static final int DESK_ORDER = 30;
    private static final int HOME_ORDER = 10;
    private static final int EDITION_ORDER = 20;
    private static final Duration SOON = Duration.ofDays(14);
    private static final String FOLDER = "org/rivages/calls/";

    private final Calls calls;
    private final CallQuestionStore questions;
    private final Programmes programmes;

    CallSections(Calls calls, CallQuestionStore questions, Programmes programmes) {
        this.calls = calls;
        this.questions = questions;
        this.programmes = programmes;
    }

    @Bean
    DeskEntry callsDeskEntry() {
        return new DeskEntry(
                "/desk/calls",
                "calls.desk.title",
                DESK_ORDER,
                Set.of(Role.SECRETARIAT, Role.PROGRAMME_MANAGER));
    }

    @Bean
    HomeSection openCalls() {
        return page -> {
            List<CallCard> cards =
                    calls.all().stream()
                            .filter(CallView::published)
                            .flatMap(call -> card(call, page.now()).stream())
                            .filter(card ->
                                    card.state() == CallState.OPEN
                                            || card.state() == CallState.ANNOUNCED)
                            .toList()
                            .reversed();
            return cards.isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            new Section(
                                    "calls",
                                    "calls.home.title",
                                    HOME_ORDER,
                                    new Fragment(FOLDER + "rows", Map.of("cards", cards))));
        };
    }

    @Bean
    EditionAside applyCard() {
        return (page, edition) ->
                shown(page, edition)
                        .map(card -> new Fragment(FOLDER + "card", Map.of("card", card)));
    }

    @Bean
    EditionSection eligibility() {
        return (page, edition) ->
                shown(page, edition)
                        .map(card ->
                                new Section(
                                        "eligibility",
                                        "calls.eligibility",
                                        EDITION_ORDER,
                                        new Fragment(
                                                FOLDER + "edition",
                                                Map.of(
                                                        "card",
                                                        card,
                                                        "terms",
                                                        calls.terms(card.call().id())))));
    }

    @Bean
    EditionHighlights callHighlights() {
        return new EditionHighlights() {
            @Override
            public List<Fact> facts(Page page, EditionSummary edition) {
                return shown(page, edition).map(card -> callFacts(page, card)).orElse(List.of());
            }

            @Override
            public List<Mark> marks(Page page, EditionSummary edition) {
                LocalDate day =
                        shown(page, edition)
                                .map(card -> Deadlines.closingDay(card.call()))
                                .orElse(null);
                return day == null ? List.of() : List.of(new Mark(day, page.t("calls.deadline")));
            }
        };
    }

    private static List<EditionHighlights.Fact> callFacts(Page page, CallCard card) {
        List<EditionHighlights.Fact> facts = new ArrayList<>();
        if (card.call().places() > 0) {
            facts.add(
                    new EditionHighlights.Fact(
                            page.t("calls.places"), page.words().number(card.call().places())));
        }
        facts.add(
                new EditionHighlights.Fact(
                        page.t("calls.deadline"), Deadlines.day(card.call(), page.words())));
        return facts;
    }

    @Bean
    EditionDeskSection editionCalls() {
        return (page, edition) -> {
            List<CallCard> cards =
                    calls.ofEdition(edition.id()).stream()
                            .filter(call -> Calls.manages(page.viewer(), call))
                            .map(call -> CallCard.of(call, edition, page.now()))
                            .toList();
            return Optional.of(
                    new Section(
                            "calls",
                            "calls.desk.title",
                            EDITION_ORDER,
                            new Fragment(
                                    FOLDER + "deskEdition",
                                    Map.of(
                                            "cards",
                                            cards,
                                            "edition",
                                            edition.id().value().toString()))));
        };
    }

    /**
     * @param waiting questions without an answer
     */
    public record Task(CallCard card, int waiting) {}

    @Bean
    TodaySection callsToday() {
        return page -> {
            List<Task> tasks =
                    calls.all().stream()
                            .filter(call -> Calls.manages(page.viewer(), call))
                            .flatMap(call -> card(call, page.now()).stream())
                            .map(card -> new Task(card, questions.waiting(card.call().id())))
                            .filter(CallSections::needsSomebody)
                            .toList();
            return tasks.isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            new Section(
                                    "calls",
                                    "calls.today.title",
                                    HOME_ORDER,
                                    new Fragment(FOLDER + "today", Map.of("tasks", tasks))));
        };
    }

    private static boolean needsSomebody(Task task) {
        return task.waiting > 0
                || task.card.state() == CallState.DRAFT
                || task.card.state() == CallState.CLOSED
                || task.card.state() == CallState.OPEN && task.card.left().compareTo(SOON) < 0;
    }

    private Optional<CallCard> card(CallView call, Instant now) {
        return programmes.edition(call.edition()).map(edition -> CallCard.of(call, edition, now));
    }

    /**
     * The one call that an edition's page shows: the open one, else the announced, else the latest.
     */
    private Optional<CallCard> shown(Page page, EditionSummary edition) {
        return calls.ofEdition(edition.id()).stream()
                .filter(CallView::published)
                .map(call -> CallCard.of(call, edition, page.now()))
                .min(Comparator.comparingInt(CallSections::rank));
    }

    private static int rank(CallCard card) {
        return switch (card.state()) {
            case OPEN -> 0;
            case ANNOUNCED -> 1;
            case CLOSED, DECIDING -> 2;
            case DECIDED -> 3;
            case ARCHIVED, DRAFT -> 4;
        };
    }
}
