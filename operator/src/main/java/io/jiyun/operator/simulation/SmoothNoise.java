package io.jiyun.operator.simulation;

import java.time.Instant;

/**
 * Chance that can be asked for any moment in any order: the same moment has always the same value,
 * and near moments have near values.
 */
record SmoothNoise(long seed) {

    SmoothNoise(long seed, String name) {
        this(seed ^ ((long) name.hashCode() << 21));
    }

    /** From 0 to 1, changing over about the given number of seconds. */
    double at(Instant time, int seconds) {
        double position = time.toEpochMilli() / (1000.0 * seconds);
        long before = (long) Math.floor(position);
        double part = position - before;
        double ease = part * part * (3 - 2 * part);
        return knot(before, seconds) * (1 - ease) + knot(before + 1, seconds) * ease;
    }

    private double knot(long index, int seconds) {
        long mixed = seed + index * 0x9E3779B97F4A7C15L + seconds * 0xC2B2AE3D27D4EB4FL;
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return ((mixed ^ (mixed >>> 31)) >>> 11) * 0x1.0p-53;
    }
}
