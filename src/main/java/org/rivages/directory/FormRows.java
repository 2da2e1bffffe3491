package org.rivages.directory;

import java.util.ArrayList;
import java.util.List;
import org.rivages.site.Form;

/**
 * Repeatable parts of a form that work without scripts: each row has a number, listed in the field
 * {@code <part>.row}; its fields are {@code <part>.<row>.<field>}. Buttons add and remove rows.
 */
final class FormRows {
    private static final int MOST = 200;

    private FormRows() {}

    /** The prefixes of the rows that were sent: {@code claim.0}, {@code claim.3}. */
    static List<String> of(Form form, String part) {
        List<String> rows = new ArrayList<>();
        for (String row : form.all(part + ".row")) {
            if (row.matches("[0-9]{1,4}")
                    && rows.size() < MOST
                    && !rows.contains(part + "." + row)) {
                rows.add(part + "." + row);
            }
        }
        return rows;
    }

    /** The prefix of the next row to fill when a stored record is shown. */
    static String next(Form form, String part) {
        List<String> rows = new ArrayList<>(form.all(part + ".row"));
        int next = rows.stream().mapToInt(FormRows::number).max().orElse(-1) + 1;
        rows.add(String.valueOf(next));
        form.with(part + ".row", rows);
        return part + "." + next;
    }

    /**
     * Does what an add or remove button asked for.
     *
     * @return whether one of them was pressed; then nothing is to be stored
     */
    static boolean pressed(Form form, List<String> parts) {
        String add = form.value("add");
        String remove = form.value("remove");
        if (parts.contains(add)) {
            next(form, add);
            return true;
        }
        int dot = remove.indexOf('.');
        if (dot > 0 && parts.contains(remove.substring(0, dot))) {
            String part = remove.substring(0, dot);
            List<String> rows = new ArrayList<>(form.all(part + ".row"));
            rows.remove(remove.substring(dot + 1));
            form.with(part + ".row", rows);
            return true;
        }
        return !add.isEmpty() || !remove.isEmpty();
    }

    /** Whether nothing was typed into these fields of the row. */
    static boolean blank(Form form, String row, String... fields) {
        for (String field : fields) {
            if (!form.value(row + "." + field).isBlank()) {
                return false;
            }
        }
        return true;
    }

    private static int number(String row) {
        return row.matches("[0-9]{1,4}") ? Integer.parseInt(row) : -1;
    }
}
