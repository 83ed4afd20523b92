package io.jiyun.operator.bureauquota;

import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Where the epoch stands on the hub: an annotation on the namespace {@code jiyun-system}. A
 * namespace, because the operator may write namespaces anyway and every hub has them.
 */
final class EpochObject {
    static final String NAMESPACE = "jiyun-system";
    private static final String NUMBER = "jiyun.io/epoch";
    private static final String HOLDER = "jiyun.io/epoch-holder";

    /** An epoch and the process that took it. */
    record Epoch(long number, String holder) {}

    private final KubernetesClient hub;

    EpochObject(KubernetesClient hub) {
        this.hub = hub;
    }

    /** What stands there now, read from the API server's store; null when nothing does. */
    @Nullable Epoch read() {
        Namespace stands = hub.namespaces().withName(NAMESPACE).get();
        return stands == null ? null : epoch(stands);
    }

    /**
     * Takes the next epoch.
     *
     * @param used finds the highest number that was used, asked for where none stands there
     * @throws io.fabric8.kubernetes.client.KubernetesClientException a conflict where another
     *     process was faster
     */
    Epoch take(String holder, LongSupplier used) {
        Namespace stands = hub.namespaces().withName(NAMESPACE).get();
        if (stands == null) {
            Epoch next = new Epoch(used.getAsLong() + 1, holder);
            hub.resource(
                            new NamespaceBuilder()
                                    .withNewMetadata()
                                    .withName(NAMESPACE)
                                    .withAnnotations(annotations(next))
                                    .endMetadata()
                                    .build())
                    .create();
            return next;
        }
        Epoch before = epoch(stands);
        Epoch next = new Epoch((before == null ? used.getAsLong() : before.number()) + 1, holder);
        Namespace changed = new NamespaceBuilder(stands).build();
        Map<String, String> all = new LinkedHashMap<>(Marks.annotationsOf(changed));
        all.putAll(annotations(next));
        changed.getMetadata().setAnnotations(all);
        hub.resource(changed).update();
        return next;
    }

    private static Map<String, String> annotations(Epoch epoch) {
        return Map.of(NUMBER, Long.toString(epoch.number()), HOLDER, epoch.holder());
    }

    private static @Nullable Epoch epoch(Namespace stands) {
        Map<String, String> annotations = Marks.annotationsOf(stands);
        String number = annotations.get(NUMBER);
        String holder = annotations.get(HOLDER);
        if (number == null || holder == null || !number.matches("[0-9]{1,18}")) {
            return null;
        }
        return new Epoch(Long.parseLong(number), holder);
    }
}
