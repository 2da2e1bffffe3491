package org.rivages.cohort;
final class Trace {
    static boolean on = Boolean.getBoolean("trace");
    static long nodes;
    static void search(Stage s, Region r, Search q) { nodes += q.nodes; if (on) System.err.println("search " + (s.aim() == null ? "draw" : s.aim().code()) + (s.unique()?"!":"") + " free=" + r.free.length + " nodes=" + q.nodes + " best=" + q.bestValue()); }
}
