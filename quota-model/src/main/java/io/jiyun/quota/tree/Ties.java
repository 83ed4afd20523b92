package io.jiyun.quota.tree;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Who rests on whose quota: looked up for every sum, so found once. */
final class Ties {
    private final Map<String, List<DeclaredQuota>> covered = new HashMap<>();
    private final Map<String, List<DeclaredQuota>> borrowers = new HashMap<>();
    private final Set<PoolKey> shared = new HashSet<>();

    Ties(Collection<DeclaredQuota> quotas) {
        for (DeclaredQuota quota : quotas) {
            quota.covers().forEach(it -> list(covered, it).add(quota));
            quota.atMost().lenders().forEach(it -> list(borrowers, it).add(quota));
            shared.addAll(quota.terms().keySet());
            shared.addAll(quota.atMost().byPool().keySet());
        }
    }

    private static List<DeclaredQuota> list(Map<String, List<DeclaredQuota>> all, String name) {
        return all.computeIfAbsent(name, _ -> new ArrayList<>());
    }

    /** Quotas whose amount {@code parent} answers for, as far as is stored or decided. */
    List<DeclaredQuota> coveredBy(String parent) {
        return covered.getOrDefault(parent, List.of());
    }

    /** Quotas that may have borrowed of {@code lender}'s. */
    List<DeclaredQuota> borrowersFrom(String lender) {
        return borrowers.getOrDefault(lender, List.of());
    }

    /** Pools that somebody shares, or has to do with a loan in. */
    Set<PoolKey> sharedPools() {
        return shared;
    }
}
