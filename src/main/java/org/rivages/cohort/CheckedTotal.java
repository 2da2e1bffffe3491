package org.rivages.cohort;

import java.math.BigInteger;

/** A sum of products without any limit. */
final class CheckedTotal {
    private long small;
    private BigInteger large = BigInteger.ZERO;

    void add(long a, long b) {
        long high = Math.multiplyHigh(a, b);
        long product = a * b;
        if (high != product >> 63) {
            large = large.add(BigInteger.valueOf(a).multiply(BigInteger.valueOf(b)));
            return;
        }
        long sum = small + product;
        if (((small ^ sum) & (product ^ sum)) < 0) {
            large = large.add(BigInteger.valueOf(small)).add(BigInteger.valueOf(product));
            small = 0;
        } else {
            small = sum;
        }
    }

    BigInteger value() {
        return large.add(BigInteger.valueOf(small));
    }
}
