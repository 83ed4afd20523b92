package io.jiyun.quota.guarantee;

import io.jiyun.api.v1alpha1.BureauQuota;
import io.jiyun.api.v1alpha1.BureauQuotaStatus;
import io.jiyun.quota.plan.DepartureStep;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** A deleted bureau leaves, call by call. */
final class Departing implements Work {
    private final Operator process;
    private final BureauQuota quota;
    private final long epoch;
    private final Deque<DepartureStep> steps;
    private @Nullable BureauQuotaStatus ledger;

    Departing(Operator process, BureauQuota quota, long epoch) {
        this.process = process;
        this.quota = quota;
        this.epoch = epoch;
        steps = new ArrayDeque<>(DepartureStep.order(process.world.guards()));
    }

    @Override
    public boolean advance() {
        World world = process.world;
        return switch (steps.remove()) {
            case READ_LEDGER -> {
                ledger = world.hub().ledger(uid());
                yield true;
            }
            case CONFIRM_EPOCH -> process.confirmEpoch(epoch);
            case LEAVE_NAMESPACES -> {
                leaveNamespaces();
                yield true;
            }
            case FORGET -> process.view.departed(quota, world.now());
            case CLOSE_LEDGER -> closeLedger();
            case REMOVE_QUOTA -> {
                world.hub().remove(uid());
                yield false;
            }
        };
    }

    private void leaveNamespaces() {
        String name = quota.getMetadata().getName();
        BureauQuota stands = process.world.hub().get(name);
        if (stands != null && stands.getMetadata().getUid().equals(uid())) {
            process.world.cellsOf(name).forEach(Cell::delete);
        }
    }

    private boolean closeLedger() {
        if (ledger == null) {
            return true;
        }
        if (!process.world.hub().close(Recorded.of(quota, ledger))) {
            process.unsure.add(uid());
            return false;
        }
        process.learn(uid(), null);
        return true;
    }

    @Override
    public String uid() {
        return quota.getMetadata().getUid();
    }

    @Override
    public Runnable request() {
        return () -> {};
    }
}
