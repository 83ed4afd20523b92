package io.jiyun.quota.explain;

import io.jiyun.quota.tree.Admission;
import io.jiyun.quota.tree.Province;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Supplier;

/**
 * What is to be explained.
 *
 * @param bureau name of the BureauQuota
 * @param silentControllers clouds whose quota controller is silent, and since when
 * @param province all quotas; asked only where somebody else's holdings matter
 */
public record Situation(
        String bureau,
        Admission admission,
        List<NamespaceFacts> namespaces,
        SortedMap<String, Instant> silentControllers,
        Supplier<Province> province) {}
