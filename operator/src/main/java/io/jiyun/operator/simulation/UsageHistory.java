package io.jiyun.operator.simulation;

import io.jiyun.usage.Over;
import io.jiyun.usage.UsageLabel;
import io.jiyun.usage.UsageMetric;
import io.jiyun.usage.UsageQuery;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/**
 * The usage of every system, generated as it is asked for. Windows are sampled hourly, as the
 * recording rules do.
 */
final class UsageHistory {
    private static final long HOUR = 3600;

    private final List<Workload> workloads;
    private final Duration kept;
    private final Clock clock;

    UsageHistory(ProvinceSeed province, Clock clock) {
        this.workloads = province.workloads().toList();
        this.kept = Duration.ofDays(province.days());
        this.clock = clock;
    }

    /** The value of every series at a moment; nothing before the history begins or after now. */
    Map<Map<UsageLabel, String>, Double> at(UsageQuery query, Instant time) {
        Map<Map<UsageLabel, String>, Double> values = new LinkedHashMap<>();
        Instant now = clock.instant();
        for (Workload workload : workloads) {
            Map<UsageLabel, String> labels = labels(workload);
            if (labels.entrySet().containsAll(query.where().entrySet())) {
                value(query, workload, time, now)
                        .ifPresent(
                                value -> values.merge(grouped(query, labels), value, Double::sum));
            }
        }
        return values;
    }

    private static Map<UsageLabel, String> labels(Workload workload) {
        Map<UsageLabel, String> labels = new EnumMap<>(UsageLabel.class);
        labels.put(UsageLabel.CLOUD, workload.place().cloud());
        labels.put(UsageLabel.POOL, workload.place().pool());
        labels.put(UsageLabel.BUREAU, workload.bureau().name());
        labels.put(UsageLabel.NAMESPACE, workload.place().name());
        labels.put(UsageLabel.SYSTEM, workload.system().id());
        return labels;
    }

    private static Map<UsageLabel, String> grouped(
            UsageQuery query, Map<UsageLabel, String> labels) {
        if (!query.by().isEmpty()) {
            labels.keySet().retainAll(query.by());
        }
        return labels;
    }

    private OptionalDouble value(UsageQuery query, Workload workload, Instant time, Instant now) {
        ToDoubleFunction<Instant> series = series(query.metric(), workload);
        return switch (query.over()) {
            case Over.Latest _ ->
                    time.isAfter(now) || time.isBefore(now.minus(kept))
                            ? OptionalDouble.empty()
                            : OptionalDouble.of(series.applyAsDouble(time));
            case Over.Average(Duration window) ->
                    Arrays.stream(samples(series, time, window, now)).average();
            case Over.Maximum(Duration window) ->
                    Arrays.stream(samples(series, time, window, now)).max();
            case Over.Samples(Duration window) -> {
                int count = samples(series, time, window, now).length;
                yield count == 0 ? OptionalDouble.empty() : OptionalDouble.of(count);
            }
            case Over.Quantile(var quantile, Duration window) ->
                    quantile(quantile.doubleValue(), samples(series, time, window, now));
        };
    }

    private static ToDoubleFunction<Instant> series(UsageMetric metric, Workload workload) {
        return switch (metric) {
            case CPU_USED -> workload::cpuUsed;
            case MEMORY_USED -> workload::memoryUsed;
            case CPU_REQUESTED -> time -> workload.pods(time) * workload.cores();
            case MEMORY_REQUESTED -> time -> workload.pods(time) * workload.bytes();
            case NETWORK_RECEIVED -> workload::received;
            case NETWORK_SENT -> workload::sent;
            case PODS -> workload::pods;
        };
    }

    private double[] samples(
            ToDoubleFunction<Instant> series, Instant time, Duration window, Instant now) {
        long first =
                Math.max(time.minus(window).getEpochSecond(), now.minus(kept).getEpochSecond());
        long last = Math.min(time.getEpochSecond(), now.getEpochSecond());
        long firstHour = Math.floorDiv(first, HOUR) + 1;
        long lastHour = Math.floorDiv(last, HOUR);
        double[] samples = new double[(int) Math.max(0, lastHour - firstHour + 1)];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = series.applyAsDouble(Instant.ofEpochSecond((firstHour + i) * HOUR));
        }
        return samples;
    }

    /** Interpolates between neighbours as Prometheus does. */
    private static OptionalDouble quantile(double quantile, double[] samples) {
        if (samples.length == 0) {
            return OptionalDouble.empty();
        }
        Arrays.sort(samples);
        double rank = quantile * (samples.length - 1);
        int below = (int) Math.floor(rank);
        int above = Math.min(samples.length - 1, below + 1);
        double part = rank - below;
        return OptionalDouble.of(samples[below] * (1 - part) + samples[above] * part);
    }
}
