package org.rivages.follow;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.rivages.search.Excerpts;
import org.rivages.search.Reader;
import org.rivages.search.Regions;
import org.rivages.search.SearchDocument;
import org.rivages.search.SearchIndex;
import org.rivages.search.SearchQuery;
import org.rivages.search.SearchQuery.Sort;
import org.rivages.search.SearchResult;
import org.rivages.shared.Language;
import org.rivages.site.Words;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * A search that somebody follows while they are away: read from its address, asked anew for a
 * reader, told in words. It finds the kinds of the list's feed.
 */
@Component
public class FollowedSearches {
    private static final int LONGEST_QUERY = 4_000;

    private final SearchIndex index;
    private final ValueWords values;
    private final Excerpts excerpts;

    FollowedSearches(SearchIndex index, ValueWords values, Excerpts excerpts) {
        this.index = index;
        this.values = values;
        this.excerpts = excerpts;
    }

    /**
     * A list with criteria.
     *
     * @param query as it stands in the address after the question mark, in the order of pages and
     *     without order and page; "" for the whole list
     */
    public record Followed(Listing listing, String query) {
        /** The page without the language. */
        public String path() {
            return listing.path() + (query.isEmpty() ? "" : "?" + query);
        }
    }

    /** Two people who follow the same get the same; empty when it cannot be read. */
    public Optional<Followed> read(String list, String query) {
        if (query.length() > LONGEST_QUERY) {
            return Optional.empty();
        }
        for (Listing listing : Listing.values()) {
            if (listing.word().equals(list)) {
                return asked(query)
                        .filter(asked -> asked.problems().isEmpty())
                        .map(asked ->
                                new Followed(
                                        listing,
                                        asked.unordered().address().replaceFirst("^\\?", "")));
            }
        }
        return Optional.empty();
    }

    private static Optional<Asked> asked(String query) {
        try {
            MultiValueMap<String, String> sent =
                    UriComponentsBuilder.newInstance().query(query).build().getQueryParams();
            var decoded = new org.springframework.util.LinkedMultiValueMap<String, String>();
            sent.forEach((name, all) ->
                    all.forEach(value -> {
                        if (value != null) {
                            decoded.add(
                                    name,
                                    java.net.URLDecoder.decode(
                                            value, java.nio.charset.StandardCharsets.UTF_8));
                        }
                    }));
            return Optional.of(Parameters.read(decoded));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Asked stored(Followed followed) {
        return asked(followed.query()).orElseThrow();
    }

    /**
     * What changed last, first.
     *
     * @param most records at most
     */
    public SearchResult find(Followed followed, Language language, Reader reader, int most) {
        return index.search(query(followed, language, most), reader);
    }

    /** The question, for those who ask a part of it. */
    public SearchQuery query(Followed followed, Language language, int most) {
        Asked asked = stored(followed);
        return Results.query(
                        language,
                        followed.listing(),
                        followed.listing().feedKinds(),
                        asked.page(1),
                        most)
                .sort(Sort.CHANGED);
    }

    // ---- in words

    /** "Organisations – associate and Morocco". */
    public String title(Followed followed, Words words) {
        Asked asked = stored(followed);
        List<String> parts = new ArrayList<>();
        if (!asked.text().isEmpty()) {
            parts.add(words.get("follow.quoted", "text", asked.text()));
        }
        asked.criteria()
                .forEach((criterion, chosen) ->
                        chosen.forEach(value -> parts.add(values.word(criterion, value, words))));
        String list = words.get("follow.title." + followed.listing().word());
        return parts.isEmpty() ? list : list + " – " + words.list(parts);
    }

    /** What the record is: "Session", "City". */
    public String kind(SearchDocument record, Words words) {
        return record.criteria().getOrDefault("type", Set.of()).stream()
                .sorted()
                .findFirst()
                .map(type -> values.word("type", type, words))
                .orElseGet(() -> values.word(SearchQuery.KIND, record.kind(), words));
    }

    /** How certain it is; "" where the record has no status. */
    public String status(SearchDocument record, Words words) {
        return words.list(
                new TreeSet<>(record.criteria().getOrDefault("status", Set.of()))
                        .stream().map(status -> values.word("status", status, words)).toList());
    }

    /**
     * Why a record that was found matches: the words with their surroundings, and each criterion
     * with those of its values that the record has. Empty for a whole list.
     */
    public List<String> why(
            Followed followed, SearchDocument record, Language language, Words words) {
        Asked asked = stored(followed);
        List<String> why = new ArrayList<>();
        if (!asked.text().isEmpty()) {
            why.add(text(followed, asked, record, language, words));
        }
        asked.criteria()
                .forEach((criterion, chosen) -> {
                    Set<String> shared = new TreeSet<>(chosen);
                    if (shared.size() > 1) {
                        shared.removeIf(value -> !has(record, criterion, value));
                    }
                    if (!shared.isEmpty()) {
                        why.add(
                                words.get(
                                        "follow.why.criterion",
                                        "criterion",
                                        words.get("follow.criterion." + criterion),
                                        "values",
                                        words.list(
                                                shared.stream()
                                                        .map(value ->
                                                                values.word(
                                                                        criterion, value, words))
                                                        .toList())));
                    }
                });
        return why;
    }

    private String text(
            Followed followed, Asked asked, SearchDocument record, Language language, Words words) {
        StringBuilder said = new StringBuilder();
        excerpts.of(record, query(followed, language, 1), false)
                .pieces()
                .forEach(piece -> said.append(piece.text()));
        String quoted = words.get("follow.quoted", "text", asked.text());
        return said.isEmpty()
                ? quoted
                : words.get(
                        "follow.why.text",
                        "text",
                        quoted,
                        "excerpt",
                        said.toString().replaceAll("\\s+", " "));
    }

    private static boolean has(SearchDocument record, String criterion, String value) {
        Map<String, Set<String>> own = record.criteria();
        return own.getOrDefault(criterion, Set.of()).contains(value)
                || switch (criterion) {
                    case SearchQuery.KIND -> record.kind().equals(value);
                    case SearchQuery.NETWORK ->
                            record.pairs().stream().anyMatch(pair -> pair.startsWith(value + "/"));
                    case SearchQuery.CLASS ->
                            record.pairs().stream().anyMatch(pair -> pair.endsWith("/" + value));
                    case SearchQuery.REGION ->
                            own.getOrDefault("country", Set.of()).stream()
                                    .anyMatch(country ->
                                            Regions.of(country).filter(value::equals).isPresent());
                    case SearchQuery.YEAR ->
                            record.dates().stream()
                                    .anyMatch(date -> date.touchesYear(Integer.parseInt(value)));
                    default -> false;
                };
    }
}
