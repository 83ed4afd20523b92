package io.jiyun.quota.guarantee;

import io.jiyun.api.v1alpha1.BureauQuota;
import io.jiyun.api.v1alpha1.BureauQuotaStatus;
import io.jiyun.quota.plan.TakeoverStep;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A process that begins to lead, call by call. */
final class Takeover {
    private static final BureauQuotaStatus NOTHING =
            new BureauQuotaStatus(null, null, null, null, null, null);

    private final Operator process;
    private final Hub.Epoch seen;
    private final Hub.Epoch taken;
    private final Deque<TakeoverStep> steps;
    private final Deque<BureauQuota> unstamped = new ArrayDeque<>();
    private final List<BureauQuota> stamped = new ArrayList<>();
    private long upTo;

    Takeover(Operator process, String holder) {
        this.process = process;
        seen = process.world.hub().epoch();
        taken = new Hub.Epoch(seen.number() + 1, holder);
        steps = new ArrayDeque<>(TakeoverStep.order(process.world.guards()));
    }

    void advance() {
        TakeoverStep step = steps.peek();
        if (step == null) {
            stamped.addAll(unstamped);
            process.lead(taken, stamped, upTo);
            return;
        }
        switch (step) {
            case TAKE_EPOCH -> {
                steps.remove();
                if (!process.world.hub().swapEpoch(seen, taken)) {
                    process.giveUp();
                }
            }
            case LIST_QUOTAS -> {
                steps.remove();
                unstamped.addAll(process.world.hub().all());
                upTo = process.world.version();
            }
            case STAMP_QUOTAS -> stampNext();
        }
    }

    private void stampNext() {
        BureauQuota next = unstamped.poll();
        if (next == null) {
            steps.remove();
            return;
        }
        BureauQuotaStatus status = next.getStatus() == null ? NOTHING : next.getStatus();
        Hub hub = process.world.hub();
        BureauQuota stored = hub.store(next, status.stamped(taken.number()));
        if (stored != null) {
            process.written.put(stored.getMetadata().getName(), stored);
            stamped.add(stored);
            return;
        }
        @Nullable BureauQuota again = hub.get(next.getMetadata().getName());
        if (again != null && Operator.epoch(again) > taken.number()) {
            process.giveUp();
        } else if (again != null) {
            unstamped.addFirst(again);
        }
    }
}
