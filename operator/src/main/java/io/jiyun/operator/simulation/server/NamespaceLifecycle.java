package io.jiyun.operator.simulation.server;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Empties a namespace that is being deleted, and lets nothing new into it. */
final class NamespaceLifecycle {
    private final ObjectStore store;
    private final ObjectApi api;

    NamespaceLifecycle(ObjectStore store, ObjectApi api) {
        this.store = store;
        this.api = api;
    }

    /** Does what a change calls for; runs on the controllers' thread. */
    void onChange(Change change) {
        String namespace =
                change.key().type().equals(ResourceType.NAMESPACE)
                        ? change.key().name()
                        : change.key().namespace();
        synchronized (store) {
            ObjectKey key = new ObjectKey(ResourceType.NAMESPACE, "", namespace);
            Optional<ObjectNode> found = store.get(key).filter(Metadata::isDeleting);
            if (found.isPresent()) {
                empty(key);
            }
        }
    }

    private void empty(ObjectKey namespace) {
        for (ObjectKey content : store.keysIn(namespace.name())) {
            api.delete(content, JsonNodeFactory.instance.objectNode());
        }
        if (store.keysIn(namespace.name()).isEmpty()) {
            store.remove(namespace);
        }
    }

    /** What the API server itself does about namespaces. */
    record Admittance(ObjectStore store) implements Admission {
        @Override
        public void admit(ObjectKey key, @Nullable ObjectNode before, ObjectNode after) {
            if (key.type().equals(ResourceType.NAMESPACE)) {
                complete(key, after);
            } else if (before == null && key.type().namespaced()) {
                ObjectKey namespace = new ObjectKey(ResourceType.NAMESPACE, "", key.namespace());
                ObjectNode found =
                        store.get(namespace).orElseThrow(() -> ApiFault.notFound(namespace));
                if (Metadata.isDeleting(found)) {
                    throw ApiFault.forbidden(
                            key,
                            "unable to create new content in namespace "
                                    + key.namespace()
                                    + " because it is being terminated");
                }
            }
        }

        private static void complete(ObjectKey key, ObjectNode namespace) {
            Metadata.of(namespace)
                    .withObjectProperty("labels")
                    .put("kubernetes.io/metadata.name", key.name());
            ObjectNode spec = namespace.withObjectProperty("spec");
            if (!spec.has("finalizers")) {
                spec.putArray("finalizers").add("kubernetes");
            }
            ObjectNode status = namespace.withObjectProperty("status");
            if (!status.has("phase")) {
                status.put("phase", "Active");
            }
        }
    }
}
