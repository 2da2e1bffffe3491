package org.rivages.directory;

/** How exact the coordinates of a seat are. */
public enum Precision implements Coded {
    ADDRESS,
    CITY,
    REGION,
    COUNTRY;

    public String key() {
        return "directory.precision." + code();
    }
}
