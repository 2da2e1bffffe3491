package org.rivages.follow;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.rivages.site.Page;

/**
 * The lists that can be searched and followed. Each has its page and, with the same parameters,
 * {@code .json}, {@code .csv}, {@code .atom} and {@code .ics}.
 *
 * <p>A list shows its own kinds. Its feed and its calendar may tell of more: a programme is no
 * event, its sessions are.
 */
public enum Listing {
    SEARCH("/search", Set.of(), Set.of(), Set.of(), List.of("type", "country", "date", "status")),
    ORGANISATIONS(
            "/organisations",
            Set.of("organisation"),
            List.of("acronym", "type", "country", "founded")),
    PROGRAMMES(
            "/programmes",
            Set.of("programme"),
            Set.of("programme", "edition", "session"),
            Set.of("session"),
            List.of("country", "date", "status")),
    CALLS("/calls", Set.of("call"), List.of("date", "status")),
    LIBRARY(
            "/library",
            Set.of("practice", "lesson", "benchmark", "study"),
            List.of("country", "date", "language"));

    private final String path;
    private final Set<String> kinds;
    private final Set<String> feedKinds;
    private final Set<String> calendarKinds;
    private final List<String> columns;

    /** A list whose feed and calendar tell of the same kinds. */
    Listing(String path, Set<String> kinds, List<String> columns) {
        this(path, kinds, kinds, kinds, columns);
    }

    Listing(
            String path,
            Set<String> kinds,
            Set<String> feedKinds,
            Set<String> calendarKinds,
            List<String> columns) {
        this.path = path;
        this.kinds = kinds;
        this.feedKinds = feedKinds;
        this.calendarKinds = calendarKinds;
        this.columns = columns;
    }

    /** Its address without the language. */
    public String path() {
        return path;
    }

    /** The kinds of its page, its data and its spreadsheet; empty for all. */
    public Set<String> kinds() {
        return kinds;
    }

    /** The other forms of the whole list. */
    public List<ResultsView.File> forms(Page page) {
        return Arrays.stream(FollowForm.values())
                .map(form ->
                        new ResultsView.File(
                                form.suffix(), form.type(), page.url(path + "." + form.suffix())))
                .toList();
    }

    /**
     * The page that says how to follow this list, without the language.
     *
     * @param address of the list, of which the parameters count
     */
    public String how(String address) {
        int query = address.indexOf('?');
        String rest = query < 0 ? "" : "&" + address.substring(query + 1);
        return rest.isEmpty() && this == SEARCH ? "/follow" : "/follow?list=" + word() + rest;
    }

    /**
     * Whether anything in it has a date to be entered in a calendar: neither an organisation nor an
     * entry of the library has one.
     */
    boolean hasEvents() {
        return this != ORGANISATIONS && this != LIBRARY;
    }

    Set<String> feedKinds() {
        return feedKinds;
    }

    Set<String> calendarKinds() {
        return calendarKinds;
    }

    /** What its spreadsheet shows first after {@code slug} and {@code name}. */
    List<String> columns() {
        return columns;
    }

    /** The views in which its page can be shown. */
    Set<View> views() {
        return switch (this) {
            case SEARCH -> EnumSet.allOf(View.class);
            case ORGANISATIONS, LIBRARY -> EnumSet.of(View.LIST, View.MAP);
            case PROGRAMMES -> EnumSet.of(View.LIST, View.CALENDAR);
            case CALLS -> EnumSet.of(View.LIST);
        };
    }

    /** The word for it in message keys: {@code organisations}. */
    public String word() {
        return path.substring(1);
    }
}
