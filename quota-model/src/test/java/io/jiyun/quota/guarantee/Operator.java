package io.jiyun.quota.guarantee;

import io.jiyun.api.v1alpha1.BureauQuota;
import io.jiyun.api.v1alpha1.BureauQuotaStatus;
import io.jiyun.api.v1alpha1.MemberCloud;
import io.jiyun.quota.plan.Guard;
import io.jiyun.quota.plan.Turn;
import io.jiyun.quota.tree.PoolKey;
import io.jiyun.quota.tree.ProvinceView;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One operator process: what it has in memory, and what it is in the middle of. */
final class Operator {
    static final String HUB = "hub";
    private static final List<MemberCloud> CLOUDS = Clouds.all();

    final World world;
    final ProvinceView view;
    final Set<String> fenced = new HashSet<>();

    /** By UID the newest it has read or written of each ledger; nobody else tells it of them. */
    final Map<String, BureauQuotaStatus> ledgers = new HashMap<>();

    /** UIDs of ledgers of which it does not know how they stand, so that it reads them first. */
    final Set<String> unsure = new HashSet<>();

    private final Map<String, BureauQuota> listed = new HashMap<>();
    final Map<String, Cell.Quota> writtenQuotas = new HashMap<>();
    private final String holder;
    private final Map<String, BureauQuota> informer = new TreeMap<>();
    private final Map<String, Cell.Quota> quotaInformer = new HashMap<>();
    private final Watches watches = new Watches();
    private final Map<String, Work> working = new TreeMap<>();
    private @Nullable Takeover takeover;
    Hub.@Nullable Epoch mine;
    boolean overtaken;

    /** Whose turn it takes it to be; it lets free room go round. */
    @Nullable Turn turn;

    Operator(World world, String holder) {
        this.world = world;
        this.holder = holder;
        view =
                new ProvinceView(
                        () -> CLOUDS,
                        () -> informer.values().stream().map(this::recorded).toList(),
                        world.guards());
        world.hub().all().forEach(quota -> informer.put(quota.getMetadata().getName(), quota));
        world.cells().forEach(cell -> quotaInformer.put(cell.name, cell.quota()));
    }

    void hear(String name, @Nullable BureauQuota quota) {
        watches.told(
                HUB,
                () -> {
                    if (quota == null) {
                        informer.remove(name);
                    } else {
                        informer.put(name, quota);
                    }
                });
    }

    void hear(Cell cell, Cell.Quota quota) {
        watches.told(cell.pool, () -> quotaInformer.put(cell.name, quota));
    }

    /** Lets the informers catch up by some events. */
    void listen(int count) {
        watches.listen(HUB, HUB, count);
    }

    void listenTo(PoolKey pool, int count) {
        watches.listen(pool, pool.cloud(), count);
    }

    /** A watch stalls without breaking, or goes on again. */
    void stallOrResume(String where) {
        watches.stallOrResume(where);
    }

    /** The newer of what the informer shows and what was listed, with what the ledger records. */
    @Nullable BureauQuota newest(String name) {
        BureauQuota seen = informer.get(name);
        BureauQuota read = listed.get(name);
        if (seen == null || read == null || version(seen) >= version(read)) {
            return seen == null ? null : recorded(seen);
        }
        return recorded(read);
    }

    private BureauQuota recorded(BureauQuota declared) {
        return Recorded.of(declared, ledgers.get(declared.getMetadata().getUid()));
    }

    /** Takes what an API server answered of a ledger; null for that there is none. */
    void learn(String uid, @Nullable BureauQuotaStatus ledger) {
        unsure.remove(uid);
        if (ledger == null) {
            ledgers.remove(uid);
        } else {
            ledgers.put(uid, ledger);
            informer.values().stream()
                    .filter(quota -> quota.getMetadata().getUid().equals(uid))
                    .forEach(quota -> view.stored(recorded(quota), world.now()));
        }
    }

    Cell.Quota quota(Cell cell) {
        Cell.Quota seen = quotaInformer.getOrDefault(cell.name, Cell.Quota.NEVER);
        Cell.Quota own = writtenQuotas.getOrDefault(cell.name, Cell.Quota.NEVER);
        return own.version() > seen.version() ? own : seen;
    }

    boolean leads(long epoch) {
        Hub.Epoch current = mine;
        return !overtaken && current != null && current.number() == epoch;
    }

    /** Whether the epoch it took still stands on the hub. */
    boolean confirmEpoch(long epoch) {
        boolean stands = leads(epoch) && world.hub().epoch().equals(mine);
        overtaken |= !stands && mine != null && mine.number() == epoch;
        return stands;
    }

    /**
     * Begins to lead.
     *
     * @param quotas all declarations as listed
     * @param standing all ledgers as stamped
     */
    void lead(
            Hub.Epoch taken,
            List<BureauQuota> quotas,
            Map<String, BureauQuotaStatus> standing,
            long upTo) {
        mine = taken;
        overtaken = false;
        takeover = null;
        fenced.clear();
        unsure.clear();
        ledgers.clear();
        ledgers.putAll(standing);
        listed.clear();
        quotas.forEach(quota -> listed.put(quota.getMetadata().getName(), quota));
        view.restart(quotas.stream().map(this::recorded).toList(), upTo, world.now());
    }

    /** Another process was faster. */
    void giveUp() {
        takeover = null;
    }

    /** Does one thing: goes on with something it is in the middle of, or begins something. */
    void act(String bureau) {
        Work at = working.get(bureau);
        if (at != null) {
            goOn(bureau, at);
        } else if (takeover != null) {
            takeover.advance();
        } else if (mine == null) {
            takeover = new Takeover(this, holder);
        } else if (overtaken) {
            if (world.chance(30)) {
                mine = null;
            }
        } else {
            begin(bureau);
        }
    }

    private void begin(String bureau) {
        BureauQuota quota = newest(bureau);
        if (quota == null || view.isGone(quota)) {
            return;
        }
        BureauQuotaStatus ledger = quota.getStatus();
        String uid = quota.getMetadata().getUid();
        if (unsure.contains(uid)) {
            learn(uid, world.hub().ledger(uid));
            return;
        }
        if (Recorded.epoch(ledger) > mine().number()
                && world.guards().hold(Guard.LATER_EPOCH_STOPS)) {
            overtaken = true;
            return;
        }
        if (Hub.isDeleted(quota)) {
            working.put(bureau, new Departing(this, quota, mine().number()));
        } else if (ledger == null && world.guards().hold(Guard.LEDGER_OPENED_FIRST)) {
            learn(uid, world.hub().open(uid, mine().number()));
        } else {
            working.put(bureau, new Round(this, quota, mine().number()));
        }
    }

    private void goOn(String bureau, Work work) {
        if (!work.advance()) {
            working.remove(bureau);
        }
    }

    /** The answer to what it is waiting for is lost; the request may still arrive. */
    void lose(String bureau) {
        Work work = working.remove(bureau);
        if (work != null) {
            world.late(work.request());
            unsure.add(work.uid());
        }
    }

    /** What was under way when the process was killed, so far as it may still arrive. */
    List<Runnable> requests() {
        List<Runnable> requests = new ArrayList<>();
        working.values().forEach(work -> requests.add(work.request()));
        return requests;
    }

    boolean isTakingOver() {
        return takeover != null;
    }

    boolean isIdle() {
        return working.isEmpty() && takeover == null;
    }

    @Override
    public String toString() {
        return holder + " in " + mine + " doing " + working;
    }

    private Hub.Epoch mine() {
        return Objects.requireNonNull(mine);
    }

    static long version(BureauQuota quota) {
        return Long.parseLong(quota.getMetadata().getResourceVersion());
    }
}
