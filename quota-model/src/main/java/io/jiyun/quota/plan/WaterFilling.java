package io.jiyun.quota.plan;

import java.util.Arrays;

/**
 * Weighted max-min fairness in whole units: pours an amount over shares in proportion to their
 * weights, none above its cap, what one cannot take going to the others, so that nothing that could
 * be poured is left. Deterministic: what does not divide goes to the earliest shares.
 */
final class WaterFilling {

    /**
     * Adds up to {@code amount} to {@code shares}, each up to its cap; returns what is left over.
     *
     * @param step portions are whole multiples of it as long as that leaves nothing lying about, so
     *     that shares stay figures people can read
     */
    static long pour(long amount, long[] shares, long[] caps, int[] weights, long step) {
        long left = amount;
        while (left > 0) {
            long totalWeight = 0;
            for (int index = 0; index < shares.length; index++) {
                totalWeight += shares[index] < caps[index] ? weights[index] : 0;
            }
            if (totalWeight == 0) {
                return left;
            }
            long poured = 0;
            for (int index = 0; index < shares.length; index++) {
                long portion = portion(left, weights[index], totalWeight);
                long added = Math.min(portion - portion % step, caps[index] - shares[index]);
                if (added > 0) {
                    shares[index] += added;
                    poured += added;
                }
            }
            left = poured > 0 ? left - poured : stepByStep(left, shares, caps, step);
        }
        return left;
    }

    /** {@code left × weight ÷ total} without leaving 63 bits. */
    private static long portion(long left, long weight, long total) {
        return left / total * weight + left % total * weight / total;
    }

    private static long stepByStep(long amount, long[] shares, long[] caps, long step) {
        long left = amount;
        for (int index = 0; index < shares.length && left > 0; index++) {
            long added = Math.min(Math.min(step, left), Math.max(0, caps[index] - shares[index]));
            shares[index] += added;
            left -= added;
        }
        return left;
    }

    static long sum(long[] values) {
        return Arrays.stream(values).reduce(0, Math::addExact);
    }

    private WaterFilling() {}
}
