package io.jiyun.console.quota.internal;

import io.jiyun.console.access.Actor;
import io.jiyun.console.access.Role;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * What bureaus are called where quota of several meets. Only the cloud administrator learns of
 * every bureau; everybody else of the own one.
 */
@Component
class BureauNames {
    private final QuotaReader quotas;

    BureauNames(QuotaReader quotas) {
        this.quotas = quotas;
    }

    /** Name of the bureau that holds a quota; empty where the reader may not know of it. */
    Optional<String> as(Actor reader, String quotaName) {
        Optional<StoredQuota> quota = quotas.find(quotaName);
        if (reader.role() == Role.CLOUD_ADMIN) {
            return Optional.of(quota.map(BureauNames::bureauName).orElse(quotaName));
        }
        return quota.filter(it -> it.bureauCode().equals(reader.bureauCode()))
                .map(BureauNames::bureauName);
    }

    private static String bureauName(StoredQuota quota) {
        return quota.spec().bureau().name();
    }
}
