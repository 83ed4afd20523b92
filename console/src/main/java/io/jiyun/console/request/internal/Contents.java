package io.jiyun.console.request.internal;

import io.jiyun.api.v1alpha1.Quantities;
import io.jiyun.api.v1alpha1.SpecViolation;
import io.jiyun.console.calendar.WorkingDays;
import io.jiyun.console.language.Sentences;
import io.jiyun.console.quota.QuotaEffect;
import io.jiyun.console.request.RequestContent;
import io.jiyun.console.request.RequestContent.PoolAmount;
import io.jiyun.console.workflow.RequestType;
import io.jiyun.quota.amount.Resources;
import io.jiyun.quota.rule.Violations;
import io.jiyun.quota.tree.PoolKey;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What is asked for: as it is stored, whether it is complete, and what it would do to a quota. */
@Component
class Contents {
    private static final int LONGEST_EXEMPTION_DAYS = 180;
    private static final int MOST_POOLS = 16;

    private final JsonMapper json;
    private final Clock clock;

    Contents(JsonMapper json, Clock clock) {
        this.json = json;
        this.clock = clock;
    }

    String print(RequestContent content) {
        return json.writeValueAsString(content);
    }

    RequestContent read(RequestType type, String text) {
        Class<? extends RequestContent> kind =
                switch (type) {
                    case INCREASE -> RequestContent.Increase.class;
                    case DECREASE -> RequestContent.Decrease.class;
                    case TEMPORARY -> RequestContent.Temporary.class;
                    case EXTENSION -> RequestContent.Extension.class;
                    case NAMESPACE -> RequestContent.Settlement.class;
                    case RETURN -> RequestContent.Return.class;
                    case EXEMPTION -> RequestContent.Exemption.class;
                };
        return json.readValue(text, kind);
    }

    /** What is missing or cannot be read; nothing when it may be submitted. */
    List<SpecViolation> check(RequestContent content) {
        List<SpecViolation> found = new ArrayList<>();
        switch (content) {
            case RequestContent.Increase(var pools) -> amounts(pools, found);
            case RequestContent.Decrease(var pools) -> amounts(pools, found);
            case RequestContent.Temporary(var pools, var from, var until) -> {
                amounts(pools, found);
                ends(until, found);
                if (from != null && until != null && !from.isBefore(until)) {
                    found.add(wrong("EndsBeforeItBegins", "from", "ends-before"));
                }
            }
            case RequestContent.Extension(String grant, var until) -> {
                named(grant, "grant", found);
                ends(until, found);
            }
            case RequestContent.Settlement(var namespace, var resources) -> {
                named(namespace.name(), "namespace.name", found);
                named(namespace.pool(), "namespace.pool", found);
                Violations unreadable = new Violations();
                Quantities.typed(resources, "resources", unreadable);
                Quantities.typed(namespace.min(), "namespace.min", unreadable);
                Quantities.typed(namespace.max(), "namespace.max", unreadable);
                translate(unreadable, found);
            }
            case RequestContent.Return(String cloud, String pool) -> {
                named(cloud, "cloud", found);
                named(pool, "pool", found);
            }
            case RequestContent.Exemption(String cloud, String namespace, var until) -> {
                named(cloud, "cloud", found);
                named(namespace, "namespace", found);
                LocalDate today = WorkingDays.today(clock);
                if (until == null
                        || !until.isAfter(today)
                        || until.isAfter(today.plusDays(LONGEST_EXEMPTION_DAYS))) {
                    found.add(
                            wrong("InvalidEnd", "until", "exemption-end", LONGEST_EXEMPTION_DAYS));
                }
            }
        }
        return found;
    }

    /** What it does to the quota; null for what changes none. Only for what passed the check. */
    @Nullable QuotaEffect effect(RequestContent content) {
        return switch (content) {
            case RequestContent.Increase(var pools) ->
                    new QuotaEffect.Give(typed(pools), null, null);
            case RequestContent.Decrease(var pools) -> new QuotaEffect.Take(typed(pools));
            case RequestContent.Temporary(var pools, var from, var until) ->
                    new QuotaEffect.Give(typed(pools), from, until);
            case RequestContent.Extension(String grant, var until) ->
                    until == null ? null : new QuotaEffect.Prolong(grant, until);
            case RequestContent.Settlement(var namespace, var resources) ->
                    new QuotaEffect.Settle(
                            namespace,
                            resources.isEmpty()
                                    ? new TreeMap<>()
                                    : typed(
                                            List.of(
                                                    new PoolAmount(
                                                            namespace.cloud(),
                                                            namespace.pool(),
                                                            resources))));
            case RequestContent.Return(String cloud, String pool) ->
                    new QuotaEffect.Leave(new PoolKey(cloud, pool));
            case RequestContent.Exemption _ -> null;
        };
    }

    private static void amounts(List<PoolAmount> pools, List<SpecViolation> found) {
        if (pools.isEmpty() || pools.size() > MOST_POOLS) {
            found.add(wrong("NoAmount", "pools", "no-amount", MOST_POOLS));
        }
        for (int index = 0; index < pools.size(); index++) {
            Violations unreadable = new Violations();
            String field = "pools[" + index + "]";
            Resources amount =
                    Quantities.typed(
                            pools.get(index).resources(), field + ".resources", unreadable);
            translate(unreadable, found);
            boolean nothing =
                    unreadable.isEmpty()
                            && amount.asMap().values().stream().allMatch(one -> one.isZero());
            if (nothing) {
                found.add(wrong("NoAmount", field + ".resources", "no-amount", MOST_POOLS));
            }
        }
    }

    private static void translate(Violations unreadable, List<SpecViolation> found) {
        unreadable.asList().stream().map(SpecViolation::of).forEach(found::add);
    }

    private void ends(@Nullable OffsetDateTime until, List<SpecViolation> found) {
        if (until == null || !until.toInstant().isAfter(clock.instant())) {
            found.add(wrong("InvalidEnd", "until", "invalid-end"));
        }
    }

    private static void named(String text, String field, List<SpecViolation> found) {
        if (text.isBlank()) {
            found.add(wrong("MissingField", field, "missing", field));
        }
    }

    private static SortedMap<PoolKey, Resources> typed(List<PoolAmount> pools) {
        SortedMap<PoolKey, Resources> amounts = new TreeMap<>();
        for (PoolAmount pool : pools) {
            amounts.merge(
                    new PoolKey(pool.cloud(), pool.pool()),
                    Quantities.typed(pool.resources(), "", new Violations()),
                    Resources::plus);
        }
        return amounts;
    }

    private static SpecViolation wrong(
            String reason, String field, String key, Object... arguments) {
        return Sentences.violation(reason, field, "request." + key, arguments);
    }
}
