package io.jiyun.operator.bureauquota;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.jiyun.operator.cloud.Cloud;
import io.jiyun.operator.cloud.Kept;
import java.net.HttpURLConnection;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * Keeps one object as wanted: creates it, or mends the part that is Jiyun's and leaves what others
 * added.
 *
 * @param part what of the object is Jiyun's to decide
 * @param copy sets that part from the wanted object
 */
record KeptObject<T extends HasMetadata>(
        Cloud cloud, Kept<T> kept, Marks marks, Function<T, Object> part, BiConsumer<T, T> copy) {

    void ensure(T wanted) {
        String namespace = wanted.getMetadata().getNamespace();
        String name = wanted.getMetadata().getName();
        Optional<T> seen = kept.find(namespace, name);
        if (seen.isPresent()) {
            mend(seen.get(), wanted);
            return;
        }
        try {
            kept.remember(cloud.client().resource(wanted).create());
        } catch (KubernetesClientException refusal) {
            if (refusal.getCode() != HttpURLConnection.HTTP_CONFLICT) {
                throw refusal;
            }
            T live = cloud.client().resource(wanted).get();
            if (live != null) {
                mend(live, wanted);
            }
        }
    }

    void remove(String namespace, String name) {
        kept.find(namespace, name)
                .ifPresent(object -> {
                    cloud.client().resource(object).delete();
                    kept.forget(namespace, name);
                });
    }

    private void mend(T seen, T wanted) {
        if (marks.areOn(seen) && Objects.equals(part.apply(seen), part.apply(wanted))) {
            return;
        }
        T mended = cloud.client().getKubernetesSerialization().clone(seen);
        marks.putOn(mended);
        copy.accept(mended, wanted);
        kept.remember(cloud.client().resource(mended).update());
    }
}
