package io.jiyun.console.quota.internal;

import io.jiyun.api.v1alpha1.BureauQuota;
import io.jiyun.api.v1alpha1.BureauQuotaSpec;
import io.jiyun.console.bureau.BureauRegister;
import io.jiyun.console.cluster.ClusterNews;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes in quotas that appear in the cluster without the console, and follows them there until
 * somebody decides on them here. From then on the console keeps them.
 */
@Component
class TakingIn {
    private static final Logger LOG = LoggerFactory.getLogger(TakingIn.class);

    private final QuotaTable quotas;
    private final BureauRegister bureaus;
    private final TransactionTemplate transaction;
    private final Clock clock;

    /** Generations handled already: news of mere status come every second and need no look-up. */
    private final Map<String, Long> handled = new ConcurrentHashMap<>();

    TakingIn(
            QuotaTable quotas,
            BureauRegister bureaus,
            TransactionTemplate transaction,
            Clock clock) {
        this.quotas = quotas;
        this.bureaus = bureaus;
        this.transaction = transaction;
        this.clock = clock;
    }

    @EventListener
    void on(ClusterNews.QuotaSeen news) {
        BureauQuota quota = news.quota();
        String name = quota.getMetadata().getName();
        Long generation = quota.getMetadata().getGeneration();
        if (generation != null && generation.equals(handled.get(name))) {
            return;
        }
        try {
            takeIn(quota);
            if (generation != null) {
                handled.put(name, generation);
            }
        } catch (DataAccessException e) {
            // The comparison with the cluster that follows every few seconds finds it again.
            LOG.warn("Quota {} could not be taken in", name, e);
        }
    }

    @EventListener
    void on(ClusterNews.QuotaGone news) {
        handled.remove(news.name());
        transaction.executeWithoutResult(status -> quotas.deleteUnowned(news.name()));
    }

    void takeIn(BureauQuota quota) {
        BureauQuotaSpec spec = quota.getSpec();
        if (spec == null || spec.bureau() == null || quota.isMarkedForDeletion()) {
            return;
        }
        transaction.executeWithoutResult(status -> store(quota, spec));
    }

    private void store(BureauQuota quota, BureauQuotaSpec spec) {
        String name = quota.getMetadata().getName();
        Long generation = quota.getMetadata().getGeneration();
        long known = generation == null ? 0 : generation;
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Optional<StoredQuota> stored = quotas.findForUpdate(name);
        if (stored.isEmpty()) {
            Instant created = moment(quota.getMetadata().getCreationTimestamp(), now);
            quotas.insert(
                    new StoredQuota(
                            name,
                            spec.bureau().code(),
                            spec,
                            1,
                            false,
                            1L,
                            known,
                            null,
                            null,
                            created,
                            now));
        } else if (!stored.get().owned() && !SameSpec.same(stored.get().spec(), spec)) {
            quotas.follow(name, spec, stored.get().version() + 1, known, now);
        } else {
            return;
        }
        String parent = spec.parentName();
        bureaus.enter(
                spec.bureau().code(),
                spec.bureau().name(),
                parent == null
                        ? null
                        : quotas.find(parent).map(StoredQuota::bureauCode).orElse(null));
    }

    private static Instant moment(@Nullable String text, Instant otherwise) {
        try {
            return text == null ? otherwise : Instant.parse(text);
        } catch (DateTimeException notAMoment) {
            return otherwise;
        }
    }
}
