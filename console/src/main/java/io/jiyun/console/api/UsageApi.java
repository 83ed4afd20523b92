package io.jiyun.console.api;

import io.jiyun.console.language.Sentences;
import io.jiyun.console.usage.UsageHistory;
import io.jiyun.console.usage.UsagePeriod;
import io.jiyun.console.usage.UsageService;
import io.jiyun.quota.tree.PoolKey;
import io.jiyun.usage.UsageMetric;
import jakarta.servlet.http.HttpServletRequest;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Usage over time. Without a source of history the answer says why and since when. */
@RestController
@RequestMapping("/api/v1")
class UsageApi {
    private final UsageService usage;
    private final CallerLanguage language;

    UsageApi(UsageService usage, CallerLanguage language) {
        this.usage = usage;
        this.language = language;
    }

    /** The lines, or why there are none. */
    record History(
            boolean available,
            List<Line> lines,
            @Nullable String unavailable,
            @Nullable OffsetDateTime since) {}

    /** One metric; values in cores, bytes, bytes per second or pods. */
    record Line(UsageMetric metric, List<Sample> samples) {}

    /** One sample. */
    record Sample(OffsetDateTime at, double value) {}

    @GetMapping("/quotas/{name}/usage")
    History ofQuota(
            @PathVariable String name,
            @RequestParam(defaultValue = "WEEK") UsagePeriod period,
            HttpServletRequest request) {
        return history(usage.ofQuota(name, period), request);
    }

    @GetMapping("/pools/{cloud}/{pool}/usage")
    History ofPool(
            @PathVariable String cloud,
            @PathVariable String pool,
            @RequestParam(defaultValue = "WEEK") UsagePeriod period,
            HttpServletRequest request) {
        return history(usage.ofPool(new PoolKey(cloud, pool), period), request);
    }

    private History history(UsageHistory history, HttpServletRequest request) {
        return switch (history) {
            case UsageHistory.Recorded recorded ->
                    new History(
                            true,
                            recorded.lines().stream().map(UsageApi::line).toList(),
                            null,
                            null);
            case UsageHistory.Unavailable unavailable ->
                    new History(
                            false,
                            List.of(),
                            Sentences.of(unavailable.why(), language.of(request)),
                            Times.writtenOrNull(unavailable.since()));
        };
    }

    private static Line line(UsageHistory.Line line) {
        return new Line(
                line.metric(),
                line.points().stream()
                        .map(point -> new Sample(Times.written(point.at()), point.value()))
                        .toList());
    }
}
