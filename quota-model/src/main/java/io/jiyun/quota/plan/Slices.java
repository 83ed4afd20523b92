package io.jiyun.quota.plan;

import io.jiyun.quota.amount.Resources;
import java.util.Collections;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BinaryOperator;

/** Resources by slice id; a slice that is not listed has none. Immutable. */
public record Slices(SortedMap<String, Resources> byId) {
    public Slices {
        byId = Collections.unmodifiableSortedMap(new TreeMap<>(byId));
    }

    public Resources of(String id) {
        return byId.getOrDefault(id, Resources.none());
    }

    public Set<String> ids() {
        return byId.keySet();
    }

    public Resources sum() {
        return byId.values().stream().collect(Resources.sum());
    }

    /** Each slice of this combined with the slice of the same id in {@code other}. */
    Slices combine(Slices other, BinaryOperator<Resources> both) {
        SortedMap<String, Resources> combined = new TreeMap<>();
        byId.forEach((id, resources) -> combined.put(id, both.apply(resources, other.of(id))));
        return new Slices(combined);
    }
}
