package org.rivages.maps;

/**
 * The size of a drawing, in the pixels at which its letters have their right size.
 *
 * @param margin free on each side, so that names find room
 * @param closest how much the outline is enlarged at most
 */
public record MapShape(int width, int height, int margin, double closest) {
    /** Beside criteria. */
    public static final MapShape LIST = new MapShape(800, 340, 70, 3.2);

    /** The whole width of a page. */
    public static final MapShape PAGE = new MapShape(1150, 430, 90, 3.2);

    /** Beside criteria and with its list beside it. */
    public static final MapShape BESIDE = new MapShape(520, 460, 50, 3.2);

    /** A phone, upright. */
    public static final MapShape PHONE = new MapShape(340, 320, 34, 2.4);

    /** One place, in the margin of a page. */
    public static final MapShape SMALL = new MapShape(340, 200, 40, 1.1);
}
