package io.jiyun.operator.cloud;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.informers.cache.BasicItemStore;
import io.fabric8.kubernetes.client.informers.cache.Cache;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Keeps objects without their managed fields, which take more room than all the rest and which an
 * update that leaves them out does not change.
 */
final class SlimItems<T extends HasMetadata> extends BasicItemStore<T> {
    SlimItems() {
        super(Cache::metaNamespaceKeyFunc);
    }

    @Override
    public @Nullable T put(String key, T object) {
        object.getMetadata().setManagedFields(List.of());
        return super.put(key, object);
    }
}
