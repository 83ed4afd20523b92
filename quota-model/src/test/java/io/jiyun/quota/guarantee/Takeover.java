package io.jiyun.quota.guarantee;

import io.jiyun.api.v1alpha1.BureauQuota;
import io.jiyun.api.v1alpha1.BureauQuotaStatus;
import io.jiyun.quota.plan.TakeoverStep;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A process that begins to lead, call by call. */
final class Takeover {
    private final Operator process;
    private final Hub.Epoch seen;
    private final Hub.Epoch taken;
    private final Deque<TakeoverStep> steps;
    private final Map<String, BureauQuotaStatus> standing = new TreeMap<>();
    private final Deque<String> unstamped = new ArrayDeque<>();
    private List<BureauQuota> quotas = List.of();
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
            process.lead(taken, quotas, standing, upTo);
            return;
        }
        Hub hub = process.world.hub();
        switch (step) {
            case TAKE_EPOCH -> {
                steps.remove();
                if (!hub.swapEpoch(seen, taken)) {
                    process.giveUp();
                }
            }
            case LIST_LEDGERS -> {
                steps.remove();
                standing.putAll(hub.ledgers());
                unstamped.addAll(standing.keySet());
            }
            case LIST_QUOTAS -> {
                steps.remove();
                quotas = List.copyOf(hub.all());
                upTo = process.world.version();
            }
            case STAMP_LEDGERS -> stampNext(hub);
        }
    }

    private void stampNext(Hub hub) {
        String uid = unstamped.poll();
        BureauQuotaStatus listed = uid == null ? null : standing.get(uid);
        if (uid == null || listed == null) {
            steps.remove();
            return;
        }
        @Nullable BureauQuotaStatus stored =
                hub.store(Recorded.ofUid(uid, listed), listed.stamped(taken.number()));
        if (stored != null) {
            standing.put(uid, stored);
            return;
        }
        @Nullable BureauQuotaStatus again = hub.ledger(uid);
        if (again == null) {
            standing.remove(uid);
        } else if (Recorded.epoch(again) > taken.number()) {
            process.giveUp();
        } else {
            standing.put(uid, again);
            unstamped.addFirst(uid);
        }
    }
}
