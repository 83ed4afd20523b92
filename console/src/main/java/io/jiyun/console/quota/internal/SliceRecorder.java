package io.jiyun.console.quota.internal;

import io.fabric8.kubernetes.api.model.Quantity;
import io.jiyun.api.v1alpha1.BureauQuota;
import io.jiyun.api.v1alpha1.BureauQuotaStatus;
import io.jiyun.api.v1alpha1.BureauQuotaStatus.NamespaceSlice;
import io.jiyun.api.v1alpha1.Quantities;
import io.jiyun.console.quota.SliceMove;
import io.jiyun.quota.amount.ResourceName;
import io.jiyun.quota.amount.Resources;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** Notes how the slices of each quota stand whenever they moved, at most every few seconds. */
@Component
class SliceRecorder {
    private static final Duration GAP = Duration.ofSeconds(10);
    private static final Duration KEPT = Duration.ofDays(14);

    private final Map<String, SliceMove> newest = new ConcurrentHashMap<>();
    private final SliceHistoryTable table;
    private final Clock clock;

    SliceRecorder(SliceHistoryTable table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    void see(BureauQuota quota) {
        BureauQuotaStatus status = quota.getStatus();
        if (status == null || status.namespacesOrEmpty().isEmpty()) {
            return;
        }
        String name = quota.getMetadata().getName();
        SliceMove now =
                new SliceMove(
                        clock.instant().truncatedTo(ChronoUnit.MILLIS),
                        status.namespacesOrEmpty().stream().map(SliceRecorder::line).toList());
        SliceMove before = newest.get(name);
        if (before == null || (moved(before, now) && before.at().plus(GAP).isBefore(now.at()))) {
            newest.put(name, now);
            try {
                table.insert(name, now);
            } catch (DuplicateKeyException anotherConsoleWasFaster) {
                newest.put(name, now);
            }
        }
    }

    void forget(Instant now) {
        table.deleteBefore(now.minus(KEPT));
    }

    private static boolean moved(SliceMove before, SliceMove now) {
        return !granted(before).equals(granted(now));
    }

    private static List<String> granted(SliceMove move) {
        return move.slices().stream()
                .map(slice ->
                        slice.namespace() + ' ' + slice.cpuMillis() + ' ' + slice.memoryBytes())
                .toList();
    }

    private static SliceMove.Line line(NamespaceSlice slice) {
        Resources granted = read(slice.granted());
        return new SliceMove.Line(
                slice.name(),
                granted.orZero(ResourceName.REQUESTS_CPU).value(),
                read(slice.used()).orZero(ResourceName.REQUESTS_CPU).value(),
                granted.orZero(ResourceName.REQUESTS_MEMORY).value());
    }

    private static Resources read(@Nullable Map<String, Quantity> quantities) {
        return quantities == null ? Resources.none() : Quantities.observed(quantities);
    }
}
