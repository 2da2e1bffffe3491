package org.rivages.maps;

/**
 * Where a place lies on {@code img/basemap.svg}: web Mercator, 960 units for the 52 degrees from
 * 11° W to 41° E, with 0 at 47.687° N. The outline itself reaches farther on every side.
 */
final class Mercator {
    private static final double UNITS_PER_DEGREE = 960.0 / 52;
    private static final double WEST = -11;
    private static final double EQUATOR = 1004.1719;

    private Mercator() {}

    static double x(double longitude) {
        return (longitude - WEST) * UNITS_PER_DEGREE;
    }

    static double y(double latitude) {
        double radians = Math.toRadians(latitude);
        double north = Math.toDegrees(Math.log(Math.tan(Math.PI / 4 + radians / 2)));
        return EQUATOR - north * UNITS_PER_DEGREE;
    }
}
