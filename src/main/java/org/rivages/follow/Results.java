package org.rivages.follow;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.rivages.search.Reader;
import org.rivages.search.SearchDocument;
import org.rivages.search.SearchQuery;
import org.rivages.search.SearchResult;
import org.rivages.site.Page;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/**
 * A list with its criteria, as the page of any room shows it: {@code results.of(page,
 * Listing.ORGANISATIONS, params)}, then the template {@code follow/results} and, in the head of the
 * layout, {@code follow/alternates}. Set the answer's status to {@link ResultsView#status}.
 */
@Component
public class Results {
    static final int PAGE = 20;

    private final Questions questions;
    private final ResultsDrawing drawing;
    private final MapDrawings maps;
    private final CalendarDrawing calendars;

    Results(
            Questions questions,
            ResultsDrawing drawing,
            MapDrawings maps,
            CalendarDrawing calendars) {
        this.questions = questions;
        this.drawing = drawing;
        this.maps = maps;
        this.calendars = calendars;
    }

    /**
     * @param params all parameters of the request, unread
     */
    public ResultsView of(Page page, Listing listing, MultiValueMap<String, String> params) {
        Asked asked = read(params);
        if (!listing.views().contains(asked.view())) {
            asked = asked.view(View.LIST).problem("follow.problem.view");
        }
        SearchQuery query = questions.query(page, listing, listing.kinds(), asked, PAGE);
        Reader reader = Reader.of(page.viewer());
        SearchResult result = questions.ask(query, listing.kinds(), asked, reader);
        Map<Asked, Long> drops = Map.of();
        if (result.total() == 0 && result.available()) {
            drops = questions.drops(page, listing, asked, result, reader);
        }
        MapDrawings.Found onMap =
                asked.view() == View.MAP ? maps.of(page, query, result, reader) : null;
        CalendarMonth month =
                asked.view() == View.CALENDAR
                        ? calendars.of(page, listing, asked, result, reader)
                        : null;
        return drawing.draw(page, listing, asked, query, result, drops, onMap, month);
    }

    /** What an address asks: the parameters, with the place that was meant. */
    Asked read(MultiValueMap<String, String> params) {
        return questions.settle(Parameters.read(params));
    }

    /**
     * The first records of the whole list, without regard to its page: for a map.
     *
     * @param most how many at most
     */
    public List<SearchDocument> first(
            Page page, Listing listing, MultiValueMap<String, String> params, int most) {
        return search(page, listing, listing.kinds(), read(params).page(1), most).hits();
    }

    /** Searches the same for a form of the list that tells of other kinds. */
    SearchResult search(Page page, Listing listing, Set<String> kinds, Asked asked, int size) {
        return questions.ask(
                questions.query(page, listing, kinds, asked, size),
                kinds,
                asked,
                Reader.of(page.viewer()));
    }
}
