package io.jiyun.quota.explain;

import io.jiyun.quota.amount.Resources;
import io.jiyun.quota.tree.PoolKey;

/**
 * How one namespace of a bureau stands.
 *
 * @param max its declared maximum
 * @param granted its ledger entry
 * @param refused what its quota refused lately and did not come in since
 */
public record NamespaceFacts(
        PoolKey pool,
        String name,
        Resources max,
        Resources granted,
        Resources used,
        Resources refused,
        Hindrance hindrance) {

    /** What keeps the slice from being enforced as decided. */
    public enum Hindrance {
        NONE,
        CLOUD_SILENT,
        UNCONFIRMED
    }
}
