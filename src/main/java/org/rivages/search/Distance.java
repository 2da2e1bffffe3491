package org.rivages.search;

/** Whether two words are one typing error apart: a letter more, less, another, or two exchanged. */
final class Distance {
    private Distance() {}

    /**
     * @param open the typed word is perhaps the beginning of the other only
     */
    static boolean isOne(String typed, String other, boolean open) {
        if (typed.equals(other) || open && other.startsWith(typed)) {
            return false;
        }
        int same = 0;
        int most = Math.min(typed.length(), other.length());
        while (same < most && typed.charAt(same) == other.charAt(same)) {
            same++;
        }
        String left = typed.substring(same);
        String right = other.substring(same);
        return fits(cut(left, 1), right, open)
                || fits(left, cut(right, 1), open)
                || fits(cut(left, 1), cut(right, 1), open)
                || left.length() > 1
                        && right.length() > 1
                        && left.charAt(0) == right.charAt(1)
                        && left.charAt(1) == right.charAt(0)
                        && fits(cut(left, 2), cut(right, 2), open);
    }

    private static boolean fits(String typed, String other, boolean open) {
        return open ? other.startsWith(typed) : other.equals(typed);
    }

    private static String cut(String word, int letters) {
        return word.substring(Math.min(letters, word.length()));
    }
}
