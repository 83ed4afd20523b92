package io.jiyun.quota.tree;

import io.jiyun.api.v1alpha1.BureauQuota;
import io.jiyun.api.v1alpha1.BureauQuotaStatus;
import io.jiyun.api.v1alpha1.BureauQuotaStatus.PoolUsage;
import io.jiyun.api.v1alpha1.MemberCloud;
import io.jiyun.api.v1alpha1.Quantities;
import io.jiyun.quota.amount.Resources;
import io.jiyun.quota.plan.Guards;
import io.jiyun.quota.plan.LoanPlan;
import io.jiyun.quota.rule.Violations;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Judges declarations against all others, one at a time. What was just decided counts from that
 * moment on, before the API server has it, so that two bureaus cannot both be given the last of a
 * pool. Holds within one process; that only one process decides is the epoch's affair.
 */
public final class ProvinceView {
    private final Supplier<List<MemberCloud>> clouds;
    private final KnownQuotas known;
    private final Guards guards;
    private final StandingAdmissions admitted = new StandingAdmissions();
    private final Set<String> refused = new HashSet<>();
    private final LoanBoard board = new LoanBoard();

    public ProvinceView(Supplier<List<MemberCloud>> clouds, Supplier<List<BureauQuota>> quotas) {
        this(clouds, quotas, Guards.all());
    }

    public ProvinceView(
            Supplier<List<MemberCloud>> clouds, Supplier<List<BureauQuota>> quotas, Guards guards) {
        this.clouds = clouds;
        this.known = new KnownQuotas(quotas);
        this.guards = guards;
    }

    /**
     * Judges a declaration. One that was admitted stays so until it, its validity, or the clouds
     * change: what others do cannot take away what was given.
     */
    public synchronized Admission admit(BureauQuota quota, Instant now) {
        String name = quota.getMetadata().getName();
        Optional<Admission> before = admitted.find(quota, clouds.get(), now);
        if (before.isPresent()) {
            return before.get();
        }
        admitted.remove(name);
        Admission admission = judge(quota, now);
        if (admission.isAdmitted()) {
            refused.remove(name);
        } else {
            refused.add(name);
        }
        boolean standsAlone =
                quota.getSpec().parentName() == null
                        && admission.hard().equals(admission.own())
                        && !shares(quota);
        if (admission.isAdmitted() && standsAlone) {
            admitted.put(quota, clouds.get(), now, admission);
        }
        return admission;
    }

    private Admission judge(BureauQuota quota, Instant now) {
        String parent = quota.getSpec().parentName();
        if (parent != null) {
            admitted.remove(parent); // it shares its quota with this one from now on
        }
        Province province = picture(now);
        Violations violations = BureauQuotaRules.check(quota, province, now, guards);
        DeclaredQuota self = DeclaredQuota.of(quota, now);
        SortedMap<PoolKey, Resources> hard;
        String cover;
        if (violations.isEmpty()) {
            hard = GrantedQuota.at(quota.getSpec(), now);
            cover = parent == null ? "" : parent;
            known.decided(quota, self.admittedTo(hard, cover));
        } else {
            hard = admittedBefore(quota);
            cover = self.covers().iterator().next();
        }
        Shares shares = new Shares(province, board, guards);
        return new Admission(
                violations,
                hard,
                shares.own(self.name(), hard),
                cover,
                violations.isEmpty()
                        ? shares.borrowing(self, hard, cover, quota.getStatus(), now)
                        : Borrowing.kept(self.atMost()),
                shares.lent(self.name(), hard.keySet()));
    }

    /** Whether the bureau has or may have to do with loans. */
    public static boolean shares(BureauQuota quota) {
        return (quota.getSpec() != null && !quota.getSpec().sharingOrEmpty().isEmpty())
                || !Borrowed.of(quota.getStatus()).isNothing();
    }

    /**
     * Notes what a bureau needs in each pool.
     *
     * @return the others that should lend or borrow differently because of it
     */
    public synchronized Set<String> needs(
            String name, SortedMap<PoolKey, Resources> demand, Instant now) {
        Province province = picture(now);
        Set<String> concerned = new HashSet<>();
        demand.forEach((pool, amount) -> {
            LoanPlan before = board.plan(province, pool);
            board.observe(name, pool, amount, now);
            concerned.addAll(before.differing(board.plan(province, pool)));
        });
        concerned.remove(name);
        return concerned;
    }

    /** Who lends to the bureau or borrows from it, or is to. */
    public synchronized Set<String> partners(String name, Instant now) {
        return new Shares(picture(now), board, guards).partners(name);
    }

    /**
     * Whether the bureau may store these entries now, beside all that was stored or decided since
     * its round began. From then on they count, whether or not the store is heard of again.
     */
    public synchronized boolean reserve(
            BureauQuota decidedOn,
            Admission admission,
            SortedMap<PoolKey, Resources> entries,
            Instant now) {
        Province province = picture(now);
        Borrowed borrowed = admission.borrowed(entries);
        String name = decidedOn.getMetadata().getName();
        DeclaredQuota self = DeclaredQuota.of(decidedOn, now);
        if (rises(self.admitted(), admission.hard())
                && !BureauQuotaRules.check(decidedOn, province, now, guards).isEmpty()) {
            admitted.remove(name); // judged while it was stored differently
            return false;
        }
        if (!new Shares(province, board, guards).leaveRoom(self, admission, entries, borrowed)) {
            return false;
        }
        known.decided(
                decidedOn, self.spread(admission.hard(), entries, admission.under(), borrowed));
        return true;
    }

    private static boolean rises(
            SortedMap<PoolKey, Resources> before, SortedMap<PoolKey, Resources> after) {
        return after.entrySet().stream()
                .anyMatch(it ->
                        !before.getOrDefault(it.getKey(), Resources.none()).covers(it.getValue()));
    }

    /**
     * Forgets what this process decided and takes what is stored, as it begins to lead.
     *
     * @param upTo the version of the reading; what is older and not in it is gone
     */
    public synchronized void restart(Collection<BureauQuota> stored, long upTo, Instant now) {
        admitted.clear();
        known.restart(stored, upTo, now);
    }

    /**
     * A deleted bureau counts no more from now on, though the informer may list it for a while: the
     * others, which are told now, would else decide on it and not be told again.
     *
     * @return false where others still use its quota, or where it answers for children within a
     *     parent of its own: they would count twice, so they have to be moved or deleted first
     */
    public synchronized boolean departed(BureauQuota quota, Instant now) {
        String name = quota.getMetadata().getName();
        boolean nested = !DeclaredQuota.of(quota, now).covers().equals(Set.of(""));
        Province province = picture(now);
        if (province.lends(name) || (nested && province.answersForOthers(name))) {
            return false;
        }
        known.departed(quota);
        board.forget(name);
        admitted.remove(name);
        refused.remove(name);
        return true;
    }

    /**
     * Whether the bureau is known to be gone, though the informer shows it still: nobody works for
     * it any more.
     */
    public synchronized boolean isGone(BureauQuota quota) {
        return known.isGone(quota);
    }

    /**
     * Whether something was decided for the bureau that counts since and was never stored, as where
     * its declaration changed again. It counts until its ledger is stored once more, whatever that
     * says, for only then can no such write come to pass any more.
     */
    public synchronized boolean isUnsettled(BureauQuota quota) {
        return known.isUnsettled(quota);
    }

    /** What this operator stored itself. */
    public synchronized void stored(BureauQuota quota, Instant now) {
        known.stored(quota, now);
    }

    /** Who was refused when judged last, and so waits for something to change. */
    public synchronized Set<String> refused() {
        return Set.copyOf(refused);
    }

    /** All as it stands or was decided. */
    public synchronized Province picture(Instant now) {
        return Province.ofDeclared(clouds.get(), known.now(now));
    }

    private static SortedMap<PoolKey, Resources> admittedBefore(BureauQuota quota) {
        SortedMap<PoolKey, Resources> hard = new TreeMap<>();
        BureauQuotaStatus status = quota.getStatus();
        if (status != null) {
            for (PoolUsage pool : status.poolsOrEmpty()) {
                hard.put(new PoolKey(pool.cloud(), pool.pool()), Quantities.observed(pool.hard()));
            }
        }
        return hard;
    }
}
