package io.jiyun.operator.guarantee;

import java.time.Duration;

/** Which namespace of a bureau everybody wants to work in now; the next one after a while. */
final class Demand {
    private static final long PERIOD = Duration.ofSeconds(5).toNanos();

    private final long start = System.nanoTime();

    String now(Place place) {
        long period = (System.nanoTime() - start) / PERIOD;
        int shift = Math.floorMod(place.cloud().hashCode(), place.namespaces().size());
        return place.namespaces().get((int) ((period + shift) % place.namespaces().size()));
    }
}
