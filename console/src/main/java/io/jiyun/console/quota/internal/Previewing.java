package io.jiyun.console.quota.internal;

import io.jiyun.api.v1alpha1.BureauQuota;
import io.jiyun.api.v1alpha1.BureauQuotaSpec;
import io.jiyun.api.v1alpha1.SpecViolation;
import io.jiyun.console.cluster.Cluster;
import io.jiyun.console.language.Sentences;
import io.jiyun.console.quota.QuotaDraft;
import io.jiyun.console.quota.QuotaPreview;
import io.jiyun.console.quota.QuotaPreview.PoolPreview;
import io.jiyun.console.quota.QuotaPreview.SharingPreview;
import io.jiyun.quota.rule.Reason;
import io.jiyun.quota.rule.Violation;
import io.jiyun.quota.rule.Violations;
import io.jiyun.quota.tree.PoolKey;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Works out what a draft would do, by the same rules that decide on it. */
@Component
public class Previewing {
    private static final String NUMBER_TO_COME = "ADJ-0000-000000";

    private final Holdings holdings;
    private final Cluster cluster;
    private final Clock clock;

    Previewing(Holdings holdings, Cluster cluster, Clock clock) {
        this.holdings = holdings;
        this.cluster = cluster;
        this.clock = clock;
    }

    BureauQuotaSpec spec(QuotaDraft draft, @Nullable StoredQuota before, String requestId) {
        return Drafts.spec(
                draft, before == null ? null : before.spec(), requestId, new Violations());
    }

    /** For a draft of a quota that exists, or of a new one when {@code before} is null. */
    public QuotaPreview judge(String name, @Nullable StoredQuota before, QuotaDraft draft) {
        Violations unreadable = new Violations();
        BureauQuotaSpec after =
                Drafts.spec(
                        draft, before == null ? null : before.spec(), NUMBER_TO_COME, unreadable);
        FieldNames fields = new FieldNames(draft, after);
        List<SpecViolation> violations =
                new ArrayList<>(
                        DraftRules.check(name, draft, before == null ? null : before.bureauCode()));
        unreadable.asList().stream().map(fields::translate).forEach(violations::add);
        return weigh(
                name,
                before,
                after,
                after,
                fields::translate,
                violations,
                holdings.judgement(null));
    }

    /** For what a request does to a quota. */
    QuotaPreview weigh(StoredQuota stored, EffectOnSpec result, Judgement judgement) {
        return weigh(
                stored.name(),
                stored,
                result.spec(),
                result.atItsPeak(),
                SpecViolation::of,
                result.violations(),
                judgement);
    }

    /**
     * For a declaration of any origin.
     *
     * @param judged the declaration the rules are held against: with grants that are to begin later
     *     valid already, so that nobody is promised what is not there
     * @param found what is known to be wrong already
     */
    private QuotaPreview weigh(
            String name,
            @Nullable StoredQuota before,
            BureauQuotaSpec after,
            BureauQuotaSpec judged,
            Function<Violation, SpecViolation> words,
            List<SpecViolation> found,
            Judgement judgement) {
        Instant now = clock.instant();
        List<SpecViolation> violations = new ArrayList<>(found);
        List<SpecViolation> warnings = new ArrayList<>();
        for (Violation violation : judgement.check(name, judged).asList()) {
            // A parent that has yet to make room delays a child; it does not forbid it.
            (violation.reason() == Reason.WAITS_FOR_PARENT ? warnings : violations)
                    .add(words.apply(violation));
        }
        SharingAgainstQuota sharing =
                SharingAgainstQuota.of(before == null ? null : before.spec(), judged, now);
        violations.addAll(sharing.refused());
        warnings.addAll(sharing.noted());
        Optional<BureauQuota> live = cluster.quota(name);
        List<SharingPreview> shared =
                SharingDrafts.changes(before == null ? null : before.spec(), after);
        warnings.addAll(LoansBeyondSharing.of(shared, live));
        Comparison comparison =
                new Comparison(
                        before == null ? null : before.spec(), judged, live.orElse(null), now);
        List<PoolPreview> pools = comparison.pools(name, judgement);
        warnings.addAll(belowUse(pools));
        removedNamespaces(before, after)
                .forEach(removed ->
                        warnings.add(
                                Sentences.violation(
                                        "NamespaceReleased",
                                        "namespaces",
                                        "quota.namespace-released",
                                        removed)));
        return new QuotaPreview(
                name,
                before == null ? 0 : before.version(),
                pools,
                violations,
                warnings,
                affected(before, after, comparison.changedPools()),
                judgement.children(name),
                shared);
    }

    private static List<SpecViolation> belowUse(List<PoolPreview> pools) {
        List<SpecViolation> warnings = new ArrayList<>();
        for (PoolPreview pool : pools) {
            pool.resources().stream()
                    .filter(QuotaPreview.ResourcePreview::belowUse)
                    .forEach(line ->
                            warnings.add(
                                    Sentences.violation(
                                            "BelowUse",
                                            "pools",
                                            "quota.below-use",
                                            pool.pool(),
                                            line.resource(),
                                            String.valueOf(line.after()),
                                            String.valueOf(line.used()))));
        }
        return warnings;
    }

    private static Set<String> removedNamespaces(
            @Nullable StoredQuota before, BureauQuotaSpec after) {
        Set<String> removed = before == null ? new TreeSet<>() : names(before.spec());
        removed.removeAll(names(after));
        return removed;
    }

    private static Set<String> names(BureauQuotaSpec spec) {
        return spec.namespacesOrEmpty().stream()
                .map(namespace -> namespace.cloud() + "/" + namespace.name())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> affected(
            @Nullable StoredQuota before, BureauQuotaSpec after, Set<PoolKey> changedPools) {
        Set<String> affected = removedNamespaces(before, after);
        Set<String> known = before == null ? Set.of() : names(before.spec());
        after.namespacesOrEmpty().stream()
                .filter(namespace ->
                        changedPools.contains(new PoolKey(namespace.cloud(), namespace.pool()))
                                || !known.contains(namespace.cloud() + "/" + namespace.name()))
                .forEach(namespace -> affected.add(namespace.cloud() + "/" + namespace.name()));
        return List.copyOf(affected);
    }
}
