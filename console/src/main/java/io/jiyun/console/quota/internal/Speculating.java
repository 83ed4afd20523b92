package io.jiyun.console.quota.internal;

import io.jiyun.api.v1alpha1.Quantities;
import io.jiyun.api.v1alpha1.SpecViolation;
import io.jiyun.console.cloud.KnownClouds;
import io.jiyun.console.cluster.Cluster;
import io.jiyun.console.language.Sentences;
import io.jiyun.console.quota.QuotaEffect;
import io.jiyun.console.quota.QuotaPreview;
import io.jiyun.console.quota.RequestedChanges;
import io.jiyun.console.quota.Reservations;
import io.jiyun.console.quota.WhatIf;
import io.jiyun.quota.amount.Resources;
import io.jiyun.quota.rule.Violations;
import io.jiyun.quota.tree.PoolKey;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Answers what-if questions by the rules that decide on requests. */
@Component
public class Speculating {
    private static final String NOBODY = "WHAT-IF";

    private final RequestedChanges changes;
    private final QuotaTable quotas;
    private final KnownClouds clouds;
    private final Reservations reservations;
    private final Cluster cluster;
    private final Clock clock;

    Speculating(
            RequestedChanges changes,
            QuotaTable quotas,
            KnownClouds clouds,
            Reservations reservations,
            Cluster cluster,
            Clock clock) {
        this.changes = changes;
        this.quotas = quotas;
        this.clouds = clouds;
        this.reservations = reservations;
        this.cluster = cluster;
        this.clock = clock;
    }

    public WhatIf answer(String quota, WhatIf.Question question) {
        Violations unreadable = new Violations();
        Resources amount = Quantities.typed(question.resources(), "resources", unreadable);
        SortedMap<PoolKey, Resources> amounts = new TreeMap<>(Map.of(question.pool(), amount));
        QuotaPreview preview =
                changes.preview(
                        NOBODY,
                        quota,
                        new QuotaEffect.Give(amounts, question.from(), question.until()));
        List<SpecViolation> violations = new ArrayList<>(preview.violations());
        unreadable
                .asList()
                .forEach(each ->
                        violations.add(
                                new SpecViolation(
                                        each.reason().code(), each.field(), each.zh(), each.en())));
        OffsetDateTime from = question.from();
        OffsetDateTime until = question.until();
        Instant now = clock.instant();
        Instant begin = from == null || from.toInstant().isBefore(now) ? now : from.toInstant();
        if (until != null && !until.toInstant().isAfter(begin)) {
            violations.add(Sentences.violation("PeriodInverted", "until", "whatif.period"));
        }
        if (amount.isEmpty() && unreadable.isEmpty()) {
            violations.add(Sentences.violation("NothingAsked", "resources", "whatif.nothing"));
        }
        return new WhatIf(
                new QuotaPreview(
                        preview.name(),
                        preview.version(),
                        preview.pools(),
                        violations,
                        preview.warnings(),
                        preview.affectedNamespaces(),
                        preview.affectedQuotas()),
                judgement().holders(question.pool()));
    }

    private Judgement judgement() {
        Instant now = clock.instant();
        return new Judgement(
                clouds.all(), quotas.all(null), reservations.standing(now), cluster, now);
    }
}
