package io.jiyun.quota.amount;

/**
 * How much of one resource, as a whole number of its {@link Unit}. Never negative: where a
 * difference could fall below zero the method says what happens instead.
 */
public sealed interface Amount permits Cpu, Bytes, Count {

    /** Number of units. */
    long value();

    Unit unit();

    /**
     * The shortest exact Kubernetes quantity, for example {@code 500m}, {@code 40Gi}, {@code 200}.
     */
    String print();

    static Amount zero(Unit unit) {
        return unit.amount(0);
    }

    static Amount of(Unit unit, long value) {
        return unit.amount(value);
    }

    /**
     * The sum.
     *
     * @throws ArithmeticException when it does not fit into 63 bits; amounts near that bound are
     *     refused on input, so this is a fault
     */
    default Amount plus(Amount other) {
        return unit().amount(Math.addExact(value(), sameUnit(other).value()));
    }

    /** The difference, or zero where {@code other} is larger. */
    default Amount minusToZero(Amount other) {
        return unit().amount(Math.max(0, value() - sameUnit(other).value()));
    }

    default boolean exceeds(Amount other) {
        return value() > sameUnit(other).value();
    }

    default boolean isZero() {
        return value() == 0;
    }

    default Amount smallerOf(Amount other) {
        return exceeds(other) ? other : this;
    }

    default Amount largerOf(Amount other) {
        return exceeds(other) ? this : other;
    }

    private Amount sameUnit(Amount other) {
        if (other.unit() != unit()) {
            throw new IllegalArgumentException("cannot combine " + this + " with " + other);
        }
        return other;
    }
}
