package org.rivages.calls;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.rivages.follow.CriterionWords;
import org.rivages.programmes.EditionSummary;
import org.rivages.programmes.Programmes;
import org.rivages.programmes.SessionSummary;
import org.rivages.search.SearchDocument;
import org.rivages.search.SearchSource;
import org.rivages.shared.FuzzyDate;
import org.rivages.shared.Language;
import org.rivages.shared.LocalizedText;
import org.rivages.shared.Now;
import org.rivages.site.Texts;
import org.rivages.site.Words;
import org.springframework.stereotype.Component;

/** Public calls for the search, feeds and calendars: their entry is the deadline. */
@Component
class CallSearch implements SearchSource, CriterionWords {
    private final Calls calls;
    private final CallHistoryStore history;
    private final Programmes programmes;
    private final Texts texts;
    private final Now now;

    CallSearch(Calls calls, CallHistoryStore history, Programmes programmes, Texts texts, Now now) {
        this.calls = calls;
        this.history = history;
        this.programmes = programmes;
        this.texts = texts;
        this.now = now;
    }

    @Override
    public String kind() {
        return "call";
    }

    @Override
    public Optional<SearchDocument> document(UUID id) {
        Instant at = now.instant();
        return calls.call(new CallId(id)).filter(CallView::published).flatMap(c -> document(c, at));
    }

    @Override
    public void each(Consumer<SearchDocument> consumer) {
        Instant at = now.instant();
        calls.all().stream()
                .filter(CallView::published)
                .forEach(call -> document(call, at).ifPresent(consumer));
    }

    private Optional<SearchDocument> document(CallView call, Instant at) {
        return programmes.edition(call.edition()).map(edition -> document(call, edition, at));
    }

    private SearchDocument document(CallView call, EditionSummary edition, Instant at) {
        FuzzyDate when = when(call);
        List<FuzzyDate> dates = new ArrayList<>();
        if (when != null) {
            dates.add(when);
        } else {
            dates.add(FuzzyDate.of(String.valueOf(edition.year())));
        }
        if (call.opens() != null) {
            dates.add(FuzzyDate.day(call.opens().atZone(zone(call)).toLocalDate()));
        }
        return new SearchDocument(
                kind(),
                call.id().value(),
                call.path(),
                call.title(),
                call.summary(),
                texts(call, edition),
                List.of(),
                criteria(call, at),
                Set.of(),
                dates,
                when,
                null,
                columns(call, edition, at),
                Set.of(),
                call.changedAt(),
                change(call),
                when == null
                        ? null
                        : new SearchDocument.Event(
                                "call-" + call.id() + "-deadline",
                                "CONFIRMED",
                                history.moves(call.id()),
                                LocalizedText.EMPTY,
                                call.changedAt(),
                                call.closes()));
    }

    private static java.time.ZoneId zone(CallView call) {
        return call.zone() == null ? ZoneOffset.UTC : call.zone();
    }

    private static @org.jspecify.annotations.Nullable FuzzyDate when(CallView call) {
        return call.closes() == null
                ? call.closesOn()
                : FuzzyDate.day(call.closes().atZone(zone(call)).toLocalDate());
    }

    private Map<String, Set<String>> criteria(CallView call, Instant at) {
        Map<String, Set<String>> criteria = new LinkedHashMap<>();
        criteria.put("status", Set.of(call.state(at).code()));
        criteria.put(
                "language",
                call.languages().stream().map(LanguageNeed::language).collect(Collectors.toSet()));
        criteria.put(
                "country",
                programmes.sessions(call.edition()).stream()
                        .map(SessionSummary::country)
                        .filter(java.util.Objects::nonNull)
                        .collect(Collectors.toCollection(TreeSet::new)));
        return criteria;
    }

    private static LinkedHashMap<String, String> columns(
            CallView call, EditionSummary edition, Instant at) {
        LinkedHashMap<String, String> columns = new LinkedHashMap<>();
        FuzzyDate when = when(call);
        columns.put("date", when == null ? "" : when.edtf());
        columns.put("status", call.state(at).code());
        columns.put("deadline", call.closes() == null ? "" : call.closes().toString());
        columns.put("places", call.places() == 0 ? "" : String.valueOf(call.places()));
        columns.put("edition", edition.path());
        return columns;
    }

    private LocalizedText texts(CallView call, EditionSummary edition) {
        CallTerms terms = calls.terms(call.id());
        Map<Language, String> all = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            Words words = texts.in(language);
            all.put(
                    language,
                    words.get(call.text())
                            + "\n"
                            + words.get(edition.programmeName())
                            + "\n"
                            + terms.criteria().stream()
                                    .map(c -> c.sentence(terms.form()).in(words))
                                    .collect(Collectors.joining("\n")));
        }
        return new LocalizedText(all);
    }

    /** What changed last, with its reason: the feed's news. */
    private LocalizedText change(CallView call) {
        return history.of(call.id()).stream()
                .findFirst()
                .map(entry -> inWords(entry, call))
                .orElse(LocalizedText.EMPTY);
    }

    private LocalizedText inWords(HistoryEntry entry, CallView call) {
        Map<Language, String> said = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            Words words = texts.in(language);
            String what = HistoryWords.line(entry, call, words);
            said.put(
                    language,
                    entry.reason().isEmpty() ? what : what + " " + words.get(entry.reason()));
        }
        return new LocalizedText(said);
    }

    @Override
    public boolean knows(String criterion, String value) {
        return criterion.equals("status")
                && java.util.Arrays.stream(CallState.values())
                        .anyMatch(s -> s.code().equals(value));
    }

    @Override
    public String word(String criterion, String value, Words words) {
        return words.get("calls.state." + value);
    }
}
