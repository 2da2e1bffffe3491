package org.rivages.cohort;

import java.math.BigInteger;

/**
 * An exact number in lowest terms.
 *
 * @param under greater than zero
 */
public record Fraction(BigInteger over, BigInteger under) implements Comparable<Fraction> {
    public static final Fraction ZERO = of(0, 1);
    public static final Fraction ONE = of(1, 1);

    public Fraction {
        if (under.signum() <= 0 || !over.gcd(under).equals(BigInteger.ONE)) {
            throw new IllegalArgumentException(over + "/" + under);
        }
    }

    public static Fraction of(long over, long under) {
        return of(BigInteger.valueOf(over), BigInteger.valueOf(under));
    }

    /** Reduced. */
    public static Fraction of(BigInteger over, BigInteger under) {
        BigInteger common = over.gcd(under);
        if (under.signum() < 0) {
            common = common.negate();
        }
        return new Fraction(over.divide(common), under.divide(common));
    }

    public Fraction plus(Fraction other) {
        return of(
                over.multiply(other.under).add(other.over.multiply(under)),
                under.multiply(other.under));
    }

    public Fraction minus(Fraction other) {
        return plus(new Fraction(other.over.negate(), other.under));
    }

    public Fraction times(Fraction other) {
        return of(over.multiply(other.over), under.multiply(other.under));
    }

    /** Not by zero. */
    public Fraction by(Fraction other) {
        return of(over.multiply(other.under), under.multiply(other.over));
    }

    public int signum() {
        return over.signum();
    }

    public double doubleValue() {
        return new java.math.BigDecimal(over)
                .divide(new java.math.BigDecimal(under), java.math.MathContext.DECIMAL64)
                .doubleValue();
    }

    @Override
    public int compareTo(Fraction other) {
        return over.multiply(other.under).compareTo(other.over.multiply(under));
    }

    /** As {@code p/q}. */
    @Override
    public String toString() {
        return over + "/" + under;
    }

    /**
     * @throws IllegalArgumentException unless it is {@code p/q} in lowest terms
     */
    public static Fraction read(String text) {
        int slash = text.indexOf('/');
        if (slash < 0 || !text.matches("-?\\d{1,4000}/\\d{1,4000}")) {
            throw new IllegalArgumentException("no fraction: " + text);
        }
        return new Fraction(
                new BigInteger(text.substring(0, slash)),
                new BigInteger(text.substring(slash + 1)));
    }
}
