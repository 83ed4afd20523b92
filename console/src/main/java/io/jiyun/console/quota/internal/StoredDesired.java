package io.jiyun.console.quota.internal;

import io.jiyun.console.outbox.DesiredQuotas;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Answers the outbox from table {@code quota}. */
@Component
class StoredDesired implements DesiredQuotas {
    private final QuotaTable quotas;

    StoredDesired(QuotaTable quotas) {
        this.quotas = quotas;
    }

    @Override
    public Optional<Desired> desired(String quota) {
        return quotas.find(quota)
                .filter(StoredQuota::owned)
                .map(stored -> new Desired(stored.resource(), stored.version()));
    }

    @Override
    public void accepted(String quota, long version, long generation) {
        quotas.markApplied(quota, version, generation);
    }

    @Override
    public void refused(String quota, long version, String sentence) {
        quotas.markFailed(quota, version, sentence);
    }
}
