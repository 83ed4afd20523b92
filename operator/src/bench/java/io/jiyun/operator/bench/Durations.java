package io.jiyun.operator.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Measured times of one kind. */
final class Durations {
    private final List<Double> milliseconds = new ArrayList<>();

    synchronized void since(long start) {
        milliseconds.add((System.nanoTime() - start) / 1e6);
    }

    synchronized int count() {
        return milliseconds.size();
    }

    synchronized void addTo(Figures figures, String name) {
        figures.add(name + "_p50_ms", share(0.50));
        figures.add(name + "_p99_ms", share(0.99));
        figures.add(name + "_max_ms", share(1));
    }

    synchronized double longest() {
        return share(1);
    }

    private double share(double share) {
        if (milliseconds.isEmpty()) {
            return 0;
        }
        List<Double> sorted = new ArrayList<>(milliseconds);
        Collections.sort(sorted);
        return sorted.get((int) Math.ceil(share * sorted.size()) - 1);
    }
}
