package io.jiyun.console.audit;

import java.time.Period;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the audit trail is kept.
 *
 * @param digest digest of new entries: SHA-256, or SM3 where national algorithms are required
 * @param retention how long entries stay in the database before they are archived to a file; at
 *     least six months (Cybersecurity Law, article 21: logs are kept no less than six months); null
 *     for ever
 */
@ConfigurationProperties("jiyun.audit")
public record AuditProperties(@DefaultValue("SHA-256") String digest, @Nullable Period retention) {
    private static final int LEAST_MONTHS = 6;

    public AuditProperties {
        if (retention != null
                && (retention.toTotalMonths() < LEAST_MONTHS || retention.isNegative())) {
            throw new IllegalArgumentException(
                    "jiyun.audit.retention is "
                            + retention
                            + "; the audit trail is kept for at least six months (P6M)");
        }
    }
}
