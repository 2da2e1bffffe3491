package org.rivages.maps;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A map ready to be printed: the outline moved and enlarged so that all places are seen, and discs
 * and names that do not touch.
 *
 * @param scale how much the outline is enlarged
 * @param shiftX where the outline's origin lies, in pixels of the drawing
 */
public record MapDrawing(
        MapShape shape, double scale, double shiftX, double shiftY, List<Marker> markers) {

    /**
     * A disc: one thing, or several that lie close together.
     *
     * @param anchor its id on the page, for a list of what it holds
     * @param label null where there is no room for a name
     */
    public record Marker(
            String anchor,
            double x,
            double y,
            double radius,
            String name,
            List<MapItem> items,
            @Nullable Label label) {

        public String cx() {
            return plain(x);
        }

        public String cy() {
            return plain(y);
        }

        public String r() {
            return plain(radius);
        }

        /** The baseline of the number in the disc. */
        public String numberY() {
            return plain(y + 4.2);
        }
    }

    /**
     * @param side {@code start}, {@code end} or {@code middle}, as SVG anchors a text
     */
    public record Label(String text, double x, double y, String side) {
        public String px() {
            return plain(x);
        }

        public String py() {
            return plain(y);
        }
    }

    public String viewBox() {
        return "0 0 " + shape.width() + " " + shape.height();
    }

    public String transform() {
        return "translate(%s %s) scale(%s)".formatted(plain(shiftX), plain(shiftY), plain(scale));
    }

    private static String plain(double number) {
        return String.format(Locale.ROOT, "%.2f", number).replaceFirst("\\.?0+$", "");
    }
}
