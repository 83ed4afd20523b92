package io.jiyun.quota.amount;

/** Number of objects or devices. */
public record Count(long count) implements Amount {
    public Count {
        NonNegative.check(count);
    }

    @Override
    public long value() {
        return count;
    }

    @Override
    public Unit unit() {
        return Unit.COUNT;
    }

    @Override
    public String print() {
        return Long.toString(count);
    }

    @Override
    public String toString() {
        return print();
    }
}
