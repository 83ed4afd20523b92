package io.jiyun.console.request.internal;

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
        if (!(usage.ofQuota(quota, UsagePeriod.WEEK) instanceof UsageHistory.Recorded recorded)) {
            return Evidence.NONE;
        }
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
