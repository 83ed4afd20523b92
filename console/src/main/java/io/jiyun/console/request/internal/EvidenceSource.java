package io.jiyun.console.request.internal;

import io.jiyun.console.quota.QuotaNotFound;
import io.jiyun.console.usage.UsageHistory;
import io.jiyun.console.usage.UsageHistory.Line;
import io.jiyun.console.usage.UsageHistory.Point;
import io.jiyun.console.usage.UsagePeriod;
import io.jiyun.console.usage.UsageService;
import io.jiyun.quota.amount.ResourceName;
import io.jiyun.usage.UsageMetric;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks how much of a quota really worked. Waits for Prometheus: never call it holding a lock. */
@Component
class EvidenceSource {
    private static final int LEAST_COVERAGE_PERCENT = 80;
    private static final int WHOLE = 100;

    private final UsageService usage;

    EvidenceSource(UsageService usage) {
        this.usage = usage;
    }

    Evidence of(String quota) {
        return usage(quota) instanceof UsageHistory.Recorded recorded
                ? evidence(recorded)
                : Evidence.NONE;
    }

    /** Null for a quota that is still to be made. */
    private @Nullable UsageHistory usage(String quota) {
        try {
            return usage.ofQuota(quota, UsagePeriod.WEEK);
        } catch (QuotaNotFound notThereYet) {
            return null;
        }
    }

    private static Evidence evidence(UsageHistory.Recorded recorded) {
        Map<ResourceName, Integer> found = new TreeMap<>();
        add(
                found,
                ResourceName.REQUESTS_CPU,
                recorded.lines(),
                UsageMetric.CPU_USED,
                UsageMetric.CPU_REQUESTED);
        add(
                found,
                ResourceName.REQUESTS_MEMORY,
                recorded.lines(),
                UsageMetric.MEMORY_USED,
                UsageMetric.MEMORY_REQUESTED);
        return new Evidence(found);
    }

    private static void add(
            Map<ResourceName, Integer> found,
            ResourceName resource,
            List<Line> lines,
            UsageMetric used,
            UsageMetric requested) {
        List<Point> worked = points(lines, used);
        List<Point> asked = points(lines, requested);
        long expected = UsagePeriod.WEEK.length().dividedBy(UsagePeriod.WEEK.step());
        boolean covered =
                Math.min(worked.size(), asked.size()) * (long) WHOLE
                        >= expected * LEAST_COVERAGE_PERCENT;
        double whole = average(asked);
        if (covered && whole > 0) {
            found.put(resource, (int) Math.round(average(worked) / whole * WHOLE));
        }
    }

    private static List<Point> points(List<Line> lines, UsageMetric metric) {
        return lines.stream()
                .filter(line -> line.metric() == metric)
                .findFirst()
                .map(Line::points)
                .orElse(List.of());
    }

    private static double average(List<Point> points) {
        return points.stream().mapToDouble(Point::value).average().orElse(0);
    }
}
