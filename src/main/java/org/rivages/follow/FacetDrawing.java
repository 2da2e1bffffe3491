package org.rivages.follow;

import com.ibm.icu.text.Collator;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.rivages.follow.ResultsView.Facet;
import org.rivages.follow.ResultsView.Fields;
import org.rivages.follow.ResultsView.Order;
import org.rivages.follow.ResultsView.Value;
import org.rivages.search.Regions;
import org.rivages.search.SearchQuery;
import org.rivages.search.SearchResult;
import org.rivages.shared.Language;
import org.rivages.site.Page;
import org.springframework.stereotype.Component;

/** The criteria beside a list: what can be ticked, and what can be typed. */
@Component
class FacetDrawing {
    private static final List<Integer> RADII = List.of(25, 50, 100, 250, 500, 1000, 2500);

    private final ValueWords values;
    private final Places places;

    FacetDrawing(ValueWords values, Places places) {
        this.values = values;
        this.places = places;
    }

    static Collator collator(Language language) {
        return Collator.getInstance(ULocale.forLocale(language.locale()));
    }

    List<Facet> facets(Page page, Listing listing, Asked asked, SearchResult result) {
        List<Facet> facets = new ArrayList<>();
        for (String criterion : SearchQuery.CRITERIA) {
            boolean one = listing.kinds().size() == 1 && criterion.equals(SearchQuery.KIND);
            if (one || criterion.equals(SearchQuery.COUNTRY)) {
                continue;
            }
            List<Value> shown =
                    criterion.equals(SearchQuery.REGION)
                            ? regions(page, asked, result)
                            : values(page, criterion, asked, result);
            // beside years and regions stands what is typed, also where no record has one
            if (!shown.isEmpty()
                    || criterion.equals(SearchQuery.YEAR)
                    || criterion.equals(SearchQuery.REGION)) {
                facets.add(new Facet(criterion, title(page, criterion), shown));
            }
        }
        return facets;
    }

    static String title(Page page, String criterion) {
        return page.t("follow.criterion." + criterion);
    }

    private List<Value> values(Page page, String criterion, Asked asked, SearchResult result) {
        Set<String> chosen = asked.values(criterion);
        Map<String, Integer> all = new TreeMap<>(result.counts().getOrDefault(criterion, Map.of()));
        chosen.forEach(value -> all.putIfAbsent(value, 0));
        List<Value> shown = new ArrayList<>();
        all.forEach((value, count) ->
                shown.add(
                        new Value(
                                criterion,
                                value,
                                values.word(criterion, value, page.words()),
                                count,
                                chosen.contains(value),
                                List.of())));
        shown.sort(order(page, criterion));
        return shown;
    }

    /** Regions with their countries; a country of no region stands for itself. */
    private List<Value> regions(Page page, Asked asked, SearchResult result) {
        Map<String, List<Value>> inside = new TreeMap<>();
        List<Value> shown = new ArrayList<>();
        for (Value country : values(page, SearchQuery.COUNTRY, asked, result)) {
            Regions.of(country.value())
                    .ifPresentOrElse(
                            region ->
                                    inside.computeIfAbsent(region, none -> new ArrayList<>())
                                            .add(country),
                            () -> shown.add(country));
        }
        Set<String> known = new TreeSet<>();
        for (Value region : values(page, SearchQuery.REGION, asked, result)) {
            known.add(region.value());
            // of a region that is chosen as a whole, nothing more can be chosen
            List<Value> countries =
                    region.chosen() ? List.of() : inside.getOrDefault(region.value(), List.of());
            shown.add(
                    new Value(
                            region.name(),
                            region.value(),
                            region.word(),
                            region.count(),
                            region.chosen(),
                            countries));
        }
        shown.sort(order(page, SearchQuery.REGION));
        inside.forEach((region, countries) -> {
            if (!known.contains(region)) {
                shown.addAll(countries);
            }
        });
        return shown;
    }

    /**
     * Years from the latest, sizes from the smallest; everything else by how much it brings, then
     * as the language sorts.
     */
    private static Comparator<Value> order(Page page, String criterion) {
        return switch (criterion) {
            case SearchQuery.YEAR -> Comparator.comparing(Value::value).reversed();
            case SearchQuery.INHABITANTS -> Comparator.comparing(Value::value);
            default ->
                    Comparator.comparingInt(Value::count)
                            .reversed()
                            .thenComparing(Value::word, collator(page.language())::compare);
        };
    }

    Fields fields(Page page, Asked asked) {
        Period period = asked.period();
        Around around = asked.around();
        int chosen = around == null ? Around.USUAL : around.radius();
        List<Order> radii =
                IntStream.concat(RADII.stream().mapToInt(Integer::intValue), IntStream.of(chosen))
                        .sorted()
                        .distinct()
                        .mapToObj(radius ->
                                new Order(
                                        "" + radius,
                                        page.t("follow.radius", "km", radius),
                                        radius == chosen))
                        .toList();
        return new Fields(
                period == null ? "" : Period.text(period.from()),
                period == null ? "" : Period.text(period.to()),
                around == null ? "" : place(page, around),
                radii,
                places.names(page.words()));
    }

    /** The name of a place; where it is not the only one of that name, with its country. */
    String place(Page page, Around around) {
        List<Places.Place> found = places.find(around.place());
        if (found.size() != 1) {
            return around.place();
        }
        String name = found.getFirst().name(page.words());
        return places.find(name).size() == 1 ? name : found.getFirst().full(page.words());
    }
}
