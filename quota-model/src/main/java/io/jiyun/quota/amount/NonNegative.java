package io.jiyun.quota.amount;

final class NonNegative {
    static void check(long value) {
        if (value < 0) {
            throw new IllegalArgumentException("an amount is never negative, but got " + value);
        }
    }

    private NonNegative() {}
}
