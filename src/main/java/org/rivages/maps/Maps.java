package org.rivages.maps;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.rivages.maps.MapDrawing.Marker;
import org.rivages.site.Words;

/**
 * The front door: draws places. The drawing fits what is on it; places too close to be told apart
 * become one disc with a number. East is right in every language.
 */
public final class Maps {
    private static final double GAP = 3;

    /** Places compared each with each. */
    private static final int MOST_COMPARED = 120;

    private static final double SQUARE = 40;

    private Maps() {}

    /** For the whole width from a tablet on, and for a phone: show both, the style picks one. */
    public record Both(MapDrawing wide, MapDrawing narrow) {
        public boolean isEmpty() {
            return wide.markers().isEmpty();
        }
    }

    public static Both both(List<MapItem> items, MapShape wide, Words words) {
        return new Both(draw(items, wide, "w", words), draw(items, MapShape.PHONE, "n", words));
    }

    /**
     * @param anchor begins the ids of this drawing, unlike those of others on the same page
     */
    public static MapDrawing draw(List<MapItem> items, MapShape shape, String anchor, Words words) {
        return draw(items, shape, anchor, more -> words.get("maps.more", "n", more));
    }

    static MapDrawing draw(
            List<MapItem> items, MapShape shape, String anchor, IntFunction<String> andMore) {
        if (items.isEmpty()) {
            return new MapDrawing(shape, 1, 0, 0, List.of());
        }
        View view = View.fitting(items, shape);
        List<Group> groups = new ArrayList<>();
        items.stream()
                .collect(
                        Collectors.groupingBy(
                                item -> item.latitude() + " " + item.longitude(),
                                LinkedHashMap::new,
                                Collectors.toList()))
                .values()
                .forEach(same -> groups.add(Group.of(same, view)));
        if (groups.size() > MOST_COMPARED) {
            squares(groups);
        }
        merge(groups);
        groups.sort(Comparator.comparingInt((Group group) -> -group.items().size()));
        Labels labels = new Labels(shape, groups);
        List<Marker> markers = new ArrayList<>();
        for (int i = 0; i < groups.size(); i++) {
            Group group = groups.get(i);
            String name = group.name(andMore);
            markers.add(
                    new Marker(
                            anchor + i,
                            group.x(),
                            group.y(),
                            group.radius(),
                            name,
                            group.items(),
                            labels.place(group, name)));
        }
        // read and tabbed through from north to south
        markers.sort(Comparator.comparingDouble(Marker::y));
        return new MapDrawing(
                shape, view.scale(), view.shiftX(), view.shiftY(), List.copyOf(markers));
    }

    /**
     * Of very many, first all of a square become one: the drawing has a bounded number of those.
     */
    private static void squares(List<Group> groups) {
        Map<String, Group> bySquare = new LinkedHashMap<>();
        groups.forEach(group ->
                bySquare.merge(
                        Math.floor(group.x() / SQUARE) + " " + Math.floor(group.y() / SQUARE),
                        group,
                        Group::with));
        groups.clear();
        groups.addAll(bySquare.values());
    }

    /** The two nearest that touch become one, until none touch. */
    private static void merge(List<Group> groups) {
        while (true) {
            double worst = 0;
            int first = -1;
            int second = -1;
            for (int i = 0; i < groups.size(); i++) {
                for (int j = i + 1; j < groups.size(); j++) {
                    double overlap = groups.get(i).overlap(groups.get(j));
                    if (overlap > worst) {
                        worst = overlap;
                        first = i;
                        second = j;
                    }
                }
            }
            if (first < 0) {
                return;
            }
            Group one = groups.get(first).with(groups.remove(second));
            groups.set(first, one);
        }
    }

    private record View(double scale, double shiftX, double shiftY) {
        static View fitting(List<MapItem> items, MapShape shape) {
            var x =
                    items.stream()
                            .mapToDouble(item -> Mercator.x(item.longitude()))
                            .summaryStatistics();
            var y =
                    items.stream()
                            .mapToDouble(item -> Mercator.y(item.latitude()))
                            .summaryStatistics();
            double across =
                    (shape.width() - 2.0 * shape.margin()) / Math.max(1, x.getMax() - x.getMin());
            double down = (shape.height() - 70.0) / Math.max(1, y.getMax() - y.getMin());
            double scale = Math.min(shape.closest(), Math.min(across, down));
            return new View(
                    scale,
                    shape.width() / 2.0 - scale * (x.getMin() + x.getMax()) / 2,
                    shape.height() / 2.0 - scale * (y.getMin() + y.getMax()) / 2);
        }
    }

    /** Things drawn as one disc, at the place that holds most of them. */
    record Group(double x, double y, List<MapItem> items, int atPlace) {
        static Group of(List<MapItem> same, View view) {
            MapItem one = same.getFirst();
            return new Group(
                    view.shiftX() + view.scale() * Mercator.x(one.longitude()),
                    view.shiftY() + view.scale() * Mercator.y(one.latitude()),
                    List.copyOf(same),
                    same.size());
        }

        double radius() {
            return items.size() == 1 ? 7 : Math.min(20, 9.5 + 1.5 * Math.sqrt(items.size()));
        }

        /** Positive when the discs touch, or nearly. */
        double overlap(Group other) {
            return radius() + other.radius() + GAP - Math.hypot(x - other.x, y - other.y);
        }

        Group with(Group other) {
            Group main = atPlace >= other.atPlace ? this : other;
            Group less = main == this ? other : this;
            List<MapItem> all = new ArrayList<>(main.items);
            all.addAll(less.items);
            return new Group(main.x, main.y, List.copyOf(all), main.atPlace);
        }

        String name(IntFunction<String> andMore) {
            long places = items.stream().map(MapItem::place).distinct().count();
            String first = items.getFirst().place();
            return places == 1 ? first : first + " " + andMore.apply((int) places - 1);
        }
    }
}
