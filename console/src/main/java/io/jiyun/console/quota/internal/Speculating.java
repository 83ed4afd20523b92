package io.jiyun.console.quota.internal;

import io.jiyun.api.v1alpha1.Quantities;
import io.jiyun.api.v1alpha1.SpecViolation;
import io.jiyun.console.language.Sentences;
import io.jiyun.console.quota.QuotaEffect;
import io.jiyun.console.quota.QuotaNotFound;
import io.jiyun.console.quota.QuotaPreview;
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

    private final QuotaTable quotas;
    private final Previewing previewing;
    private final Holdings holdings;
    private final Clock clock;

    Speculating(QuotaTable quotas, Previewing previewing, Holdings holdings, Clock clock) {
        this.quotas = quotas;
        this.previewing = previewing;
        this.holdings = holdings;
        this.clock = clock;
    }

    public WhatIf answer(String quota, WhatIf.Question question) {
        Violations unreadable = new Violations();
        Resources amount = Quantities.typed(question.resources(), "resources", unreadable);
        SortedMap<PoolKey, Resources> amounts = new TreeMap<>(Map.of(question.pool(), amount));
        QuotaEffect effect = new QuotaEffect.Give(amounts, question.from(), question.until());
        StoredQuota stored = quotas.find(quota).orElseThrow(() -> new QuotaNotFound(quota));
        Judgement judgement = holdings.judgement(null);
        QuotaPreview preview =
                previewing.weigh(stored, EffectOnSpec.of(stored.spec(), NOBODY, effect), judgement);
        List<SpecViolation> violations = new ArrayList<>();
        unreadable.asList().stream().map(SpecViolation::of).forEach(violations::add);
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
        return new WhatIf(preview.forbiddenBy(violations), judgement.holders(question.pool()));
    }
}
