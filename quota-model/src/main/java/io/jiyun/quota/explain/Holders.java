package io.jiyun.quota.explain;

import io.fabric8.kubernetes.api.model.Quantity;
import io.jiyun.api.v1alpha1.Explanation.Holder;
import io.jiyun.quota.amount.Amount;
import io.jiyun.quota.amount.ResourceName;
import io.jiyun.quota.amount.Resources;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Collects who holds how much of a resource and names the largest. */
final class Holders {
    private static final int NAMED = 3;

    private record Held(Holder.Kind kind, String name, Amount amount) {}

    private static final Comparator<Held> LARGEST_FIRST =
            Comparator.comparingLong((Held held) -> held.amount().value())
                    .reversed()
                    .thenComparing(Held::name);

    private final ResourceName resource;
    private final List<Held> all = new ArrayList<>();

    Holders(ResourceName resource) {
        this.resource = resource;
    }

    Holders namespace(String name, Resources held) {
        return add(Holder.Kind.NAMESPACE, name, held);
    }

    Holders bureaus(Map<String, Resources> held, String except) {
        held.forEach((name, amounts) -> {
            if (!name.equals(except)) {
                add(Holder.Kind.BUREAU_QUOTA, name, amounts);
            }
        });
        return this;
    }

    private Holders add(Holder.Kind kind, String name, Resources held) {
        Amount amount = held.orZero(resource);
        if (!amount.isZero()) {
            all.add(new Held(kind, name, amount));
        }
        return this;
    }

    List<Holder> largest() {
        return all.stream()
                .sorted(LARGEST_FIRST)
                .limit(NAMED)
                .map(held ->
                        new Holder(held.kind(), held.name(), Quantity.parse(held.amount().print())))
                .toList();
    }
}
