package org.rivages.cohortfiles;

/**
 * Where something stands in a file.
 *
 * @param file its name as the person gave it
 * @param line from 1; tells nothing where the column is 0
 * @param column in characters, from 1; 0 where the file as a whole is meant
 */
public record Place(String file, int line, int column) {
    static Place whole(String file) {
        return new Place(file, 0, 0);
    }

    @Override
    public String toString() {
        return column == 0 ? file : file + ":" + line + ":" + column;
    }
}
