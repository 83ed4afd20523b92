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
import java.util.function.Supplier;

/**
 * Keeps one object as wanted: creates it, or mends the part that is Jiyun's and leaves what others
 * added.
 *
 * @param <P> what of the object is Jiyun's to decide
 * @param part reads that part
 * @param set puts it in place
 * @param blank the object without it
 */
record KeptObject<T extends HasMetadata, P>(
        Cloud cloud,
        Kept<T> kept,
        Marks marks,
        Function<T, P> part,
        BiConsumer<T, P> set,
        Supplier<T> blank) {

    /** What an object was compared with. */
    private record Standard(Marks marks, Object wanted) {}

    void ensure(String namespace, String name, P wanted) {
        Optional<T> seen = kept.find(namespace, name);
        if (seen.isPresent()) {
            mend(seen.get(), wanted);
            return;
        }
        T made = blank.get();
        made.setMetadata(marks.metadata(namespace, name));
        set.accept(made, wanted);
        try {
            kept.remember(cloud.client().resource(made).create());
        } catch (KubernetesClientException refusal) {
            if (refusal.getCode() != HttpURLConnection.HTTP_CONFLICT) {
                throw refusal;
            }
            T live = cloud.client().resource(made).get();
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

    private void mend(T seen, P wanted) {
        Standard standard = new Standard(marks, wanted);
        if (kept.isKnownToMeet(seen, standard)) {
            return;
        }
        if (marks.areOn(seen) && Objects.equals(part.apply(seen), wanted)) {
            kept.meets(seen, standard);
            return;
        }
        T mended = cloud.client().getKubernetesSerialization().clone(seen);
        marks.putOn(mended);
        set.accept(mended, wanted);
        kept.remember(cloud.client().resource(mended).update());
    }
}
