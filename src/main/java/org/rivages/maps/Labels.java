package org.rivages.maps;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rivages.maps.MapDrawing.Label;
import org.rivages.maps.Maps.Group;

/** Finds room for names: after a disc, before it, above or below; else the name is left out. */
final class Labels {
    /**
     * Wider than the letters are on the average, so that an estimate never lets two names touch.
     */
    private static final double LETTER = 7.4;

    private static final double HEIGHT = 14;
    private static final double AWAY = 4;

    private record Box(double left, double top, double right, double bottom) {
        boolean touches(Box other) {
            return left < other.right
                    && other.left < right
                    && top < other.bottom
                    && other.top < bottom;
        }
    }

    private final MapShape shape;
    private final List<Box> taken = new ArrayList<>();

    Labels(MapShape shape, List<Group> groups) {
        this.shape = shape;
        groups.forEach(group -> taken.add(disc(group)));
    }

    private static Box disc(Group group) {
        double r = group.radius() + 2;
        return new Box(group.x() - r, group.y() - r, group.x() + r, group.y() + r);
    }

    @Nullable Label place(Group group, String text) {
        double width = text.codePointCount(0, text.length()) * LETTER;
        double away = group.radius() + AWAY;
        double line = group.y() + 4.5;
        List<Label> tries =
                List.of(
                        new Label(text, group.x() + away, line, "start"),
                        new Label(text, group.x() - away, line, "end"),
                        new Label(text, group.x(), group.y() - away - 2, "middle"),
                        new Label(text, group.x(), group.y() + away + 10, "middle"));
        for (Label label : tries) {
            Box box = box(label, width);
            if (inside(box) && taken.stream().noneMatch(box::touches)) {
                taken.add(box);
                return label;
            }
        }
        return null;
    }

    private static Box box(Label label, double width) {
        double left =
                switch (label.side()) {
                    case "start" -> label.x();
                    case "end" -> label.x() - width;
                    default -> label.x() - width / 2;
                };
        return new Box(left, label.y() - HEIGHT + 3, left + width, label.y() + 3);
    }

    private boolean inside(Box box) {
        return box.left >= 2
                && box.right <= shape.width() - 2
                && box.top >= 2
                && box.bottom <= shape.height() - 2;
    }
}
