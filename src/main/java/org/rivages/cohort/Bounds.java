package org.rivages.cohort;

/** What a quota asks for, in persons. */
public final class Bounds {
    private Bounds() {}

    /** 0 for none. */
    public static long least(Rule.Quota quota, int places) {
        Integer min = quota.min();
        Integer percent = quota.minPercent();
        long share = percent == null ? 0 : Math.ceilDiv((long) percent * places, 100L);
        return Math.max(min == null ? 0 : min, share);
    }

    /** The places for none: nothing counts more. Never pulled below a minimum by the places. */
    public static long most(Rule.Quota quota, int places) {
        Integer max = quota.max();
        Integer percent = quota.maxPercent();
        long share = percent == null ? Long.MAX_VALUE : (long) percent * places / 100;
        long asked = Math.min(max == null ? Long.MAX_VALUE : max, share);
        return asked < places ? asked : Math.max(places, least(quota, places));
    }
}
