package io.jiyun.usage;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What tells recorded series apart, from the coarsest to the finest. */
public enum UsageLabel {
    /** Name of the MemberCloud. */
    CLOUD,
    /** Name of the pool in that cloud. */
    POOL,
    /** Name of the BureauQuota. */
    BUREAU,
    NAMESPACE,
    /** The business system 业务系统: label {@code app.kubernetes.io/part-of} of its pods. */
    SYSTEM;

    /** As Prometheus spells it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<UsageLabel> ofKey(String key) {
        return Arrays.stream(values()).filter(label -> label.key().equals(key)).findFirst();
    }
}
