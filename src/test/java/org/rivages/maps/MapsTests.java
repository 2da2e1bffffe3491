package org.rivages.maps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.rivages.maps.MapDrawing.Label;
import org.rivages.maps.MapDrawing.Marker;

class MapsTests {
    @Test
    void placesLieWhereTheOutlineHasThem() {
        assertPlace(36.8065, 10.1815, 391, 272.6);
        assertPlace(35.7595, -5.8340, 96, 296.2);
        assertPlace(34.0209, -6.8416, 76.8, 335.6);
        assertPlace(34.7406, 10.7603, 401.7, 319.5);
        assertPlace(30.4278, -9.5981, 25.8, 414.2);
    }

    private static void assertPlace(double latitude, double longitude, double x, double y) {
        assertThat(Mercator.x(longitude)).isCloseTo(x, within(1.0));
        assertThat(Mercator.y(latitude)).isCloseTo(y, within(1.0));
    }

    @Test
    void nothingToShowGivesAnEmptyDrawing() {
        assertThat(draw(List.of(), MapShape.LIST).markers()).isEmpty();
    }

    @Test
    void thingsAtOnePlaceAreOneDiscWithANumber() {
        MapDrawing drawing =
                draw(
                        List.of(item("A", "Nice", 43.7, 7.27), item("B", "Nice", 43.7, 7.27)),
                        MapShape.LIST);
        assertThat(drawing.markers()).hasSize(1);
        assertThat(drawing.markers().getFirst().items())
                .extracting(MapItem::name)
                .containsExactly("A", "B");
        assertThat(drawing.markers().getFirst().name()).isEqualTo("Nice");
    }

    @Test
    void aThousandPlacesBecomeABoundedNumberOfDiscsThatDoNotTouch() {
        Random random = new Random(11);
        List<MapItem> items = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            items.add(
                    item(
                            "T" + i,
                            "Town " + i,
                            30 + 20 * random.nextDouble(),
                            -10 + 50 * random.nextDouble()));
        }
        List<Marker> markers = draw(items, MapShape.PAGE).markers();
        assertThat(markers).hasSizeBetween(20, 330);
        assertThat(markers.stream().mapToInt(marker -> marker.items().size()).sum())
                .isEqualTo(1_000);
        for (Marker one : markers) {
            for (Marker other : markers) {
                if (one != other) {
                    assertThat(Math.hypot(one.x() - other.x(), one.y() - other.y()))
                            .isGreaterThan(one.radius() + other.radius());
                }
            }
        }
    }

    @Test
    void placesTooCloseAreOneDiscThatSaysHowManyMore() {
        MapDrawing drawing =
                draw(
                        List.of(
                                item("A", "Tangier", 35.767, -5.8),
                                item("B", "Tetouan", 35.578, -5.368),
                                item("C", "Beirut", 33.893, 35.5)),
                        MapShape.LIST);
        assertThat(drawing.markers())
                .extracting(Marker::name)
                .containsExactly("Tangier and 1", "Beirut");
    }

    @Test
    void discsAndNamesNeverTouchAndNothingIsLost() {
        Random random = new Random(7);
        for (int n : List.of(1, 2, 5, 20, 60, 250)) {
            List<MapItem> items = new ArrayList<>();
            for (int i = 0; i < n; i++) {
                items.add(
                        item(
                                "x" + i,
                                "Place " + i,
                                30 + 18 * random.nextDouble(),
                                -9 + 45 * random.nextDouble()));
            }
            for (MapShape shape : List.of(MapShape.LIST, MapShape.PAGE, MapShape.PHONE)) {
                MapDrawing drawing = draw(items, shape);
                assertThat(
                                drawing.markers().stream()
                                        .mapToInt(marker -> marker.items().size())
                                        .sum())
                        .isEqualTo(n);
                assertApart(drawing);
            }
        }
    }

    private static void assertApart(MapDrawing drawing) {
        List<Marker> all = drawing.markers();
        for (Marker one : all) {
            assertThat(one.x()).isBetween(one.radius(), drawing.shape().width() - one.radius());
            assertThat(one.y()).isBetween(one.radius(), drawing.shape().height() - one.radius());
            for (Marker other : all) {
                if (one != other) {
                    assertThat(Math.hypot(one.x() - other.x(), one.y() - other.y()))
                            .isGreaterThan(one.radius() + other.radius());
                    assertThat(touches(one.label(), other)).isFalse();
                }
            }
        }
    }

    private static boolean touches(@Nullable Label label, Marker disc) {
        if (label == null) {
            return false;
        }
        double width = label.text().length() * 6.5;
        double left =
                switch (label.side()) {
                    case "start" -> label.x();
                    case "end" -> label.x() - width;
                    default -> label.x() - width / 2;
                };
        double nearX = Math.max(left, Math.min(disc.x(), left + width));
        double nearY = Math.max(label.y() - 10, Math.min(disc.y(), label.y() + 2));
        return Math.hypot(disc.x() - nearX, disc.y() - nearY) < disc.radius();
    }

    private static MapDrawing draw(List<MapItem> items, MapShape shape) {
        return Maps.draw(items, shape, "m", more -> "and " + more);
    }

    private static MapItem item(String name, String place, double latitude, double longitude) {
        return new MapItem(name, "/" + name, place, latitude, longitude);
    }
}
