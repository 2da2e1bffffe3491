package org.rivages.directory;

/** How one organisation stands to another. The record that holds the relation is its subject. */
public enum RelationKind implements Coded {
    FOUNDED_BY,
    SUPERVISED_BY,
    PART_OF,
    PARTNER_OF;

    public String key() {
        return "directory.relation." + code();
    }

    /** The same relation as the other organisation tells it: "founded". */
    public String inverseKey() {
        return "directory.relation-inverse." + code();
    }
}
