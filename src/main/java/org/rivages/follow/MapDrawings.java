package org.rivages.follow;

import java.util.ArrayList;
import java.util.List;
import org.rivages.maps.MapItem;
import org.rivages.maps.MapShape;
import org.rivages.maps.Maps;
import org.rivages.search.Reader;
import org.rivages.search.SearchDocument;
import org.rivages.search.SearchIndex;
import org.rivages.search.SearchQuery;
import org.rivages.search.SearchResult;
import org.rivages.site.Page;
import org.rivages.site.Words;
import org.springframework.stereotype.Component;

/** A list on a map: what of it has a place. */
@Component
class MapDrawings {
    private static final int MOST = 1_000;

    /** All of the earth but a spot in the Pacific Ocean. */
    private static final SearchQuery.Near ANYWHERE =
            new SearchQuery.Near(0, 0, SearchQuery.Near.MOST_KILOMETRES);

    private final SearchIndex index;
    private final Places places;

    MapDrawings(SearchIndex index, Places places) {
        this.index = index;
        this.places = places;
    }

    /**
     * @param hits the placed records of the page asked for
     */
    record Found(ResultsView.OnMap onMap, List<SearchDocument> hits) {}

    Found of(Page page, SearchQuery query, SearchResult all, Reader reader) {
        SearchQuery placed = query;
        if (query.near() == null) {
            placed = query.near(ANYWHERE);
            if (query.sort() == SearchQuery.Sort.DISTANCE) {
                placed = placed.sort(SearchQuery.Sort.NAME);
            }
        }
        SearchResult drawn = index.search(placed.page(1, MOST), reader);
        List<SearchDocument> hits =
                query.page() == 1
                        ? drawn.hits().subList(0, Math.min(query.size(), drawn.hits().size()))
                        : index.search(placed, reader).hits();
        List<MapItem> items = new ArrayList<>();
        for (SearchDocument hit : drawn.hits()) {
            SearchDocument.Place point = hit.place();
            if (point != null) {
                items.add(item(page, hit, point));
            }
        }
        return new Found(
                new ResultsView.OnMap(
                        Maps.both(items, MapShape.BESIDE, page.words()),
                        drawn.total(),
                        all.total() - drawn.total(),
                        items.size()),
                hits);
    }

    private MapItem item(Page page, SearchDocument hit, SearchDocument.Place point) {
        Words words = page.words();
        return new MapItem(
                words.get(hit.title()),
                page.url(hit.path()),
                town(words, hit, point),
                point.latitude(),
                point.longitude());
    }

    private String town(Words words, SearchDocument hit, SearchDocument.Place point) {
        Places.Place known = places.at(point);
        if (known != null) {
            return known.name(words);
        }
        SearchDocument.Event event = hit.event();
        return event == null || event.location().isEmpty()
                ? words.get(hit.title())
                : words.get(event.location());
    }
}
