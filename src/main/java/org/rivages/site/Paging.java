package org.rivages.site;

import java.util.List;
import java.util.TreeSet;
import org.rivages.shared.NotFound;

/**
 * One page of a long list.
 *
 * @param number from 1
 * @param pages how many there are, at least 1
 * @param size lines on a page
 */
public record Paging(int number, int pages, int size) {
    /**
     * The page that was asked for.
     *
     * @param asked the parameter {@code page} as it came, or "" for the first
     * @throws NotFound if there is no such page
     */
    public static Paging of(String asked, int total, int size) {
        int pages = Math.max(1, (total + size - 1) / size);
        int number =
                asked.isEmpty()
                        ? 1
                        : asked.matches("[1-9][0-9]{0,6}") ? Integer.parseInt(asked) : 0;
        if (number < 1 || number > pages) {
            throw new NotFound("page");
        }
        return new Paging(number, pages, size);
    }

    public int offset() {
        return (number - 1) * size;
    }

    /**
     * The numbers to offer: first, last, and those around this one; a gap is between two that do
     * not follow.
     */
    public List<Integer> shown() {
        TreeSet<Integer> shown = new TreeSet<>(List.of(1, pages));
        for (int near = Math.max(1, number - 1); near <= Math.min(pages, number + 1); near++) {
            shown.add(near);
        }
        return List.copyOf(shown);
    }
}
