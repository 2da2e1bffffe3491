package org.rivages.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.rivages.access.Allow;
import org.rivages.follow.ListData;
import org.rivages.follow.Lists;
import org.rivages.search.SearchQuery;
import org.rivages.search.SearchQuery.Sort;
import org.rivages.search.SearchResult;
import org.rivages.site.Page;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Lists by any criteria, page by page. */
@RestController
@Allow(Allow.Who.EVERYBODY)
class ApiLists {
    private static final int USUAL_SIZE = 50;
    private static final int MOST = 100;
    private static final String SIZE = "size";

    private final Lists lists;

    ApiLists(Lists lists) {
        this.lists = lists;
    }

    /** What a list holds, and how it is ordered where nothing else is asked for. */
    enum Resource {
        ORGANISATIONS(Sort.NAME, "organisation"),
        PROGRAMMES(Sort.DATE, "programme"),
        EDITIONS(Sort.DATE, "edition"),
        SESSIONS(Sort.DATE, "session"),
        CALLS(Sort.DATE, "call"),
        LIBRARY(Sort.CHANGED, "practice", "lesson", "benchmark", "study"),
        SEARCH(Sort.CHANGED);

        private final Sort usual;
        private final Set<String> kinds;

        Resource(Sort usual, String... kinds) {
            this.usual = usual;
            this.kinds = Set.of(kinds);
        }

        String path() {
            return Body.ROOT + "/" + name().toLowerCase(java.util.Locale.ROOT);
        }

        /** Empty for all. */
        Set<String> kinds() {
            return kinds;
        }

        /** A list of one kind has no use for the parameter of kinds. */
        Set<String> parameters() {
            Set<String> all = new TreeSet<>(Lists.parameters());
            all.add(SIZE);
            if (kinds.size() == 1) {
                all.remove(SearchQuery.KIND);
            }
            return all;
        }
    }

    @GetMapping(
            value =
                    "/api/v1/{list:organisations|programmes|editions|sessions|calls|library|search}",
            produces = "application/json")
    ResponseEntity<byte[]> list(
            Page page,
            HttpServletRequest request,
            @PathVariable String list,
            @RequestParam MultiValueMap<String, String> sent) {
        Resource resource = Resource.valueOf(list.toUpperCase(java.util.Locale.ROOT));
        refuseUnknown(page, resource, sent);
        int size = size(page, sent);
        Lists.Found found = lists.find(page, resource.kinds(), resource.usual, sent, size);
        if (!found.problems().isEmpty()) {
            throw new Refused(
                    Problem.BAD_REQUEST,
                    String.join(" ", found.problems().stream().map(page::t).toList()));
        }
        if (!found.result().available()) {
            throw new Refused(Problem.UNAVAILABLE, page.t("follow.unavailable"));
        }
        return Answers.json(request, body(resource, found), links(resource, found));
    }

    private static void refuseUnknown(
            Page page, Resource resource, MultiValueMap<String, String> sent) {
        Set<String> unknown = new TreeSet<>(sent.keySet());
        unknown.removeAll(resource.parameters());
        if (!unknown.isEmpty()) {
            throw new Refused(
                    Problem.BAD_REQUEST,
                    page.t(
                            "api.unknown-parameter",
                            "names",
                            page.words().list(List.copyOf(unknown)),
                            "known",
                            page.words().list(List.copyOf(resource.parameters()))));
        }
    }

    private static int size(Page page, MultiValueMap<String, String> sent) {
        String asked = sent.getFirst(SIZE);
        if (asked == null) {
            return USUAL_SIZE;
        }
        int size = asked.matches("[0-9]{1,3}") ? Integer.parseInt(asked) : 0;
        if (size < 1 || size > MOST) {
            throw new Refused(Problem.BAD_REQUEST, page.t("api.wrong-size", "most", MOST));
        }
        return size;
    }

    private static Map<String, @Nullable Object> body(Resource resource, Lists.Found found) {
        SearchResult result = found.result();
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("total", result.total());
        body.put("page", found.page());
        body.put("size", found.size());
        body.put("next", found.hasNext() ? address(resource, found, found.page() + 1) : null);
        body.put("close", result.close());
        body.put("suggestion", result.suggestion().isEmpty() ? null : result.suggestion());
        body.put("items", result.hits().stream().map(Items::item).toList());
        body.put("facets", ListData.facets(result.counts(), resource.parameters()));
        return body;
    }

    private static String address(Resource resource, Lists.Found found, int page) {
        String parameters = found.page(page);
        return resource.path()
                + parameters
                + (found.size() == USUAL_SIZE
                        ? ""
                        : (parameters.isEmpty() ? "?" : "&") + SIZE + "=" + found.size());
    }

    /** Also for an empty list, whose only page is the first. */
    private static long lastPage(Lists.Found found) {
        return Math.max(1, Math.ceilDiv(found.result().total(), found.size()));
    }

    /** Beyond the end the page before is the last that has records. */
    private static String links(Resource resource, Lists.Found found) {
        List<String> links = new ArrayList<>();
        if (found.hasNext()) {
            links.add("<" + address(resource, found, found.page() + 1) + ">; rel=\"next\"");
        }
        if (found.page() > 1) {
            int before = (int) Math.min(found.page() - 1, lastPage(found));
            links.add("<" + address(resource, found, 1) + ">; rel=\"first\"");
            links.add("<" + address(resource, found, before) + ">; rel=\"prev\"");
        }
        links.add("<" + Body.ROOT + "/openapi.json>; rel=\"service-desc\"");
        return String.join(", ", links);
    }
}
