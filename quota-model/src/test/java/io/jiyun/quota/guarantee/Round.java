package io.jiyun.quota.guarantee;

import io.jiyun.api.v1alpha1.BureauQuota;
import io.jiyun.api.v1alpha1.BureauQuotaStatus;
import io.jiyun.quota.amount.Resources;
import io.jiyun.quota.plan.PoolDecision;
import io.jiyun.quota.plan.PoolSnapshot;
import io.jiyun.quota.plan.RoundStep;
import io.jiyun.quota.plan.SliceState;
import io.jiyun.quota.tree.Admission;
import io.jiyun.quota.tree.LedgerChange;
import io.jiyun.quota.tree.PoolKey;
import io.jiyun.quota.tree.ProvinceView;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A round of one bureau: decided when it begins, carried out call by call. */
final class Round implements Work {
    private final Operator process;
    private final BureauQuota quota;
    private final long epoch;
    private final Admission admission;
    private final Picture picture;
    private final SortedMap<PoolKey, PoolDecision> decisions = new TreeMap<>();
    private final BureauQuotaStatus status;
    private final Deque<RoundStep> steps;
    private final Deque<String> writes = new ArrayDeque<>();
    private BureauQuotaStatus stands;
    private boolean begun;

    Round(Operator process, BureauQuota quota, long epoch) {
        this.process = process;
        this.quota = quota;
        stands = quota.getStatus() == null ? BureauQuotaStatus.none() : quota.getStatus();
        this.epoch = epoch;
        if (ProvinceView.shares(quota)) {
            var _ =
                    process.view.needs(
                            quota.getMetadata().getName(),
                            Picture.of(process, quota, true).needs(),
                            process.world.now());
        }
        admission = process.view.admit(quota, process.world.now());
        picture = Picture.of(process, quota, admission.isAdmitted());
        picture.byPool().forEach((pool, states) -> decisions.put(pool, decide(pool, states)));
        status = picture.status(quota, admission, decisions, sums(), epoch);
        LedgerChange change = LedgerChange.between(quota.getStatus(), status);
        steps =
                new ArrayDeque<>(
                        RoundStep.of(
                                decisions.values(),
                                change.differs() || process.view.isUnsettled(quota),
                                change.takesMore(),
                                process.world.guards()));
    }

    private PoolDecision decide(PoolKey pool, List<SliceState> states) {
        Resources zero =
                states.stream().map(state -> state.granted().zeroed()).collect(Resources.sum());
        Resources hard = admission.hard().containsKey(pool) ? admission.forSlices(pool) : zero;
        PoolSnapshot snapshot = new PoolSnapshot(hard, states, process.turn);
        return admission.isAdmitted()
                ? PoolDecision.of(snapshot, process.fenced::contains, process.world.guards())
                : PoolDecision.frozen(snapshot);
    }

    @Override
    public boolean advance() {
        RoundStep step = steps.peek();
        if (step == null) {
            letPeopleIn();
            return false;
        }
        return switch (step) {
            case RESERVE -> taken(process.view.reserve(quota, admission, sums(), now()));
            case CONFIRM_EPOCH -> taken(process.confirmEpoch(epoch));
            case STORE_LEDGER -> taken(store());
            case CONFIRM_LEDGER -> taken(isUnchanged());
            case WRITE_QUOTAS -> writeNext();
        };
    }

    /** Last, and only where the bureau still stands as it was decided on or stored here. */
    private void letPeopleIn() {
        BureauQuotaStatus live = process.world.hub().ledger(uid());
        if (Recorded.version(live) != Recorded.version(stands)) {
            return;
        }
        for (Picture.Seen slice : picture.all()) {
            Resources entry = decision(slice).ledger().of(slice.cell().name);
            Cell.Quota seen = process.quota(slice.cell());
            boolean fits = Math.max(seen.spec(), seen.status()) <= Pods.in(entry);
            if (slice.state().wanted() && seen.exists() && seen.status() >= 0 && fits) {
                slice.cell().open();
            }
        }
    }

    private boolean taken(boolean accepted) {
        steps.remove();
        return accepted;
    }

    private boolean writeNext() {
        if (!begun) {
            begun = true;
            writes.addAll(process.world.shuffled(planned()));
        }
        String next = writes.poll();
        if (next == null) {
            steps.remove();
        } else {
            write(next);
        }
        return true;
    }

    private boolean store() {
        @Nullable BureauQuotaStatus stored = process.world.hub().store(quota, status);
        if (stored == null) {
            process.unsure.add(uid());
            return false;
        }
        stands = stored;
        process.learn(uid(), stored);
        process.view.stored(Recorded.of(quota, stored), now());
        decisions.values().forEach(decision -> process.fenced.removeAll(decision.lowered()));
        return true;
    }

    private boolean isUnchanged() {
        BureauQuotaStatus live = process.world.hub().ledger(uid());
        if (Recorded.version(live) != Recorded.version(quota.getStatus())) {
            process.learn(uid(), live);
            return false;
        }
        return true;
    }

    private void write(String name) {
        Picture.Seen slice = picture.slice(name);
        long hard = Pods.in(quotaOf(slice));
        boolean stands = slice.quota().exists() && slice.quota().spec() == hard;
        if (stands && !decision(slice).unfenced().contains(name)) {
            return;
        }
        boolean written =
                slice.quota().exists() ? slice.cell().update(slice.quota(), hard) : create(slice);
        if (written) {
            process.fenced.add(name);
            process.writtenQuotas.put(name, slice.cell().quota());
        }
    }

    private boolean create(Picture.Seen slice) {
        boolean first = Pods.in(slice.state().granted()) == 0;
        return slice.cell().create(slice.quota(), Pods.in(whenMade(slice)), first);
    }

    private Resources quotaOf(Picture.Seen slice) {
        return decision(slice).quotas().of(slice.cell().name);
    }

    private Resources whenMade(Picture.Seen slice) {
        return decision(slice).whenMade(slice.cell().name, process.world.guards());
    }

    private PoolDecision decision(Picture.Seen slice) {
        return Objects.requireNonNull(decisions.get(slice.cell().pool));
    }

    private List<String> planned() {
        List<String> names = new ArrayList<>();
        decisions.values().forEach(decision -> names.addAll(decision.quotas().ids()));
        return names;
    }

    private SortedMap<PoolKey, Resources> sums() {
        SortedMap<PoolKey, Resources> sums = new TreeMap<>();
        decisions.forEach((pool, decision) -> sums.put(pool, decision.ledger().sum()));
        return sums;
    }

    private Instant now() {
        return process.world.now();
    }

    @Override
    public String toString() {
        return "round of "
                + quota.getMetadata().getName()
                + " on "
                + Recorded.version(quota.getStatus())
                + " left "
                + steps;
    }

    @Override
    public String uid() {
        return quota.getMetadata().getUid();
    }

    @Override
    public Runnable request() {
        RoundStep step = steps.peek();
        if (step == RoundStep.STORE_LEDGER) {
            return () -> process.world.hub().store(quota, status);
        }
        if (step == RoundStep.WRITE_QUOTAS) {
            String name = begun ? writes.peek() : planned().stream().findFirst().orElse(null);
            if (name != null) {
                Picture.Seen slice = picture.slice(name);
                long hard = Pods.in(quotaOf(slice));
                return slice.quota().exists()
                        ? () -> slice.cell().update(slice.quota(), hard)
                        : () -> create(slice);
            }
        }
        return () -> {};
    }
}
