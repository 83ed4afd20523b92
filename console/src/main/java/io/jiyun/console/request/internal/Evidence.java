package io.jiyun.console.request.internal;

import io.jiyun.quota.amount.ResourceName;
import java.util.Map;
import java.util.OptionalInt;

/**
 * How much of what was requested really worked over the last week, in percent by resource. What was
 * not recorded well enough is not in it: missing data is never evidence.
 */
record Evidence(Map<ResourceName, Integer> utilisation) {
    static final Evidence NONE = new Evidence(Map.of());

    OptionalInt of(ResourceName resource) {
        Integer percent = utilisation.get(resource);
        return percent == null ? OptionalInt.empty() : OptionalInt.of(percent);
    }
}
