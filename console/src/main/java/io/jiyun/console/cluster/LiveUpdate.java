package io.jiyun.console.cluster;

import java.util.Set;

/**
 * What changed since the last update; pages read again what they show of it.
 *
 * @param quotas names of the BureauQuotas that changed
 */
public record LiveUpdate(Set<String> quotas, boolean clouds, boolean health) {}
