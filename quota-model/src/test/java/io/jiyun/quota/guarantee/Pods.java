package io.jiyun.quota.guarantee;

import io.fabric8.kubernetes.api.model.Quantity;
import io.jiyun.quota.amount.Count;
import io.jiyun.quota.amount.ResourceName;
import io.jiyun.quota.amount.Resources;
import io.jiyun.quota.tree.PoolKey;
import java.util.List;
import java.util.Map;

/** The one resource of the simulated province. */
final class Pods {
    static final long CAPACITY = 60;
    static final List<PoolKey> POOLS = List.of(new PoolKey("one", "p"), new PoolKey("two", "p"));

    private static final Resources[] SMALL = new Resources[256];
    private static final Quantity[] TEXTS = new Quantity[256];

    static {
        for (int amount = 0; amount < SMALL.length; amount++) {
            SMALL[amount] = Resources.of(Map.of(ResourceName.PODS, new Count(amount)));
            TEXTS[amount] = new Quantity(Integer.toString(amount));
        }
    }

    static Resources of(long amount) {
        return SMALL[Math.toIntExact(amount)];
    }

    static Map<String, Quantity> quantities(long amount) {
        return Map.of("pods", TEXTS[Math.toIntExact(amount)]);
    }

    static long in(Resources resources) {
        return resources.orZero(ResourceName.PODS).value();
    }

    private Pods() {}
}
