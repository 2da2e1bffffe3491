package org.rivages.follow;

import org.rivages.search.SearchDocument;

/** Distances on the earth, taken as a ball. */
final class Globe {
    private static final double RADIUS_KM = 6371.0088;

    private Globe() {}

    static double kilometres(SearchDocument.Place from, SearchDocument.Place to) {
        double a = Math.toRadians(from.latitude());
        double b = Math.toRadians(to.latitude());
        double north = Math.sin((b - a) / 2);
        double east = Math.sin(Math.toRadians(to.longitude() - from.longitude()) / 2);
        double half = north * north + Math.cos(a) * Math.cos(b) * east * east;
        return 2 * RADIUS_KM * Math.asin(Math.sqrt(Math.min(1, half)));
    }
}
