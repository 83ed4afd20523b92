package io.jiyun.operator.simulation.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * What can be done with objects: the verbs of the API with their rules. The HTTP server and the
 * simulated tenants come through here alike, so that no pod gets past quota admission. Each verb
 * holds the store's monitor from reading to writing, which makes it one atomic step.
 */
public final class ObjectApi {
    private final ObjectStore store;
    private final Clock clock;
    private final QuotaAdmission quotas;
    private final List<Admission> admissions;

    ObjectApi(ObjectStore store, Definitions definitions, Clock clock) {
        this.store = store;
        this.clock = clock;
        this.quotas = new QuotaAdmission(store);
        this.admissions =
                List.of(
                        definitions,
                        new LimitDefaults(store),
                        new NamespaceLifecycle.Admittance(store),
                        quotas);
    }

    /** What an API server counts of itself, in the text format of Prometheus. */
    String metrics() {
        String name = "apiserver_admission_controller_admission_duration_seconds";
        return """
        # HELP %1$s Admission latency, of which only the count of refusals is simulated
        # TYPE %1$s histogram
        %1$s_count{name="ResourceQuota",operation="CREATE",rejected="true",type="validate"} %2$d
        """
                .formatted(name, quotas.refusals());
    }

    public ObjectNode get(ObjectKey key) {
        return store.get(key).orElseThrow(() -> ApiFault.notFound(key));
    }

    public Optional<ObjectNode> find(ObjectKey key) {
        return store.get(key);
    }

    /** Objects of a type; an empty namespace means those of all. */
    public List<ObjectNode> list(ResourceType type, String namespace) {
        return store.list(type, namespace);
    }

    /** Hears of every change from now on; must not block. */
    public Runnable subscribe(Consumer<Change> subscriber) {
        synchronized (store) {
            return store.subscribe(store.revision(), subscriber);
        }
    }

    public ObjectNode create(ResourceType type, String namespace, ObjectNode object) {
        ObjectNode created = object.deepCopy();
        created.put("apiVersion", type.apiVersion()).put("kind", type.kind());
        ObjectNode metadata = Metadata.of(created);
        if (type.namespaced()) {
            metadata.put("namespace", namespace);
        }
        if (!metadata.hasNonNull("name") && metadata.hasNonNull("generateName")) {
            metadata.put("name", NameSuffix.appendedTo(metadata.path("generateName").asText()));
        }
        ObjectKey key = ObjectKey.of(type, created);
        if (key.name().isEmpty()) {
            throw ApiFault.invalid(key, "metadata.name: Required value: name is required");
        }
        synchronized (store) {
            if (store.get(key).isPresent()) {
                throw ApiFault.alreadyExists(key);
            }
            if (type.status() && isCustom(type)) {
                created.remove("status");
            }
            Metadata.begin(created, clock.instant());
            metadata.remove("resourceVersion");
            admissions.forEach(admission -> admission.admit(key, null, created));
            return store.put(key, created);
        }
    }

    /** Kubernetes' own kinds may be created with the status this server needs them to have. */
    private static boolean isCustom(ResourceType type) {
        return type.group().contains(".") && !type.group().endsWith(".k8s.io");
    }

    /** Replaces the object or, with {@code subresource} "status", its status. */
    public ObjectNode replace(ObjectKey key, String subresource, ObjectNode wanted) {
        return change(key, subresource, before -> wanted);
    }

    /**
     * Changes the object. A result that carries another resourceVersion than the object has was
     * made from an older state and is refused.
     */
    public ObjectNode change(ObjectKey key, String subresource, UnaryOperator<ObjectNode> changer) {
        synchronized (store) {
            ObjectNode before = get(key);
            return commit(key, before, changer.apply(before), subresource);
        }
    }

    public ObjectNode apply(ObjectKey key, ServerSideApply application, ObjectNode wanted) {
        synchronized (store) {
            Optional<ObjectNode> before = store.get(key);
            String basis = Metadata.version(wanted);
            if (before.isPresent()) {
                ObjectNode merged = application.merge(before.get(), wanted);
                if (!basis.isEmpty()) {
                    Metadata.of(merged).put("resourceVersion", basis);
                }
                return commit(key, before.get(), merged, application.subresource());
            }
            if (!application.subresource().isEmpty()) {
                throw ApiFault.notFound(key);
            }
            if (!basis.isEmpty()) {
                throw ApiFault.modified(key);
            }
            ObjectNode empty = JsonNodeFactory.instance.objectNode();
            empty.put("apiVersion", key.type().apiVersion());
            ObjectNode created = application.merge(empty, wanted);
            Metadata.of(created).put("name", key.name());
            return create(key.type(), key.namespace(), created);
        }
    }

    private ObjectNode commit(
            ObjectKey key, ObjectNode before, ObjectNode wanted, String subresource) {
        String basis = Metadata.version(wanted);
        if (!basis.isEmpty() && !basis.equals(Metadata.version(before))) {
            throw ApiFault.modified(key);
        }
        ObjectNode after =
                subresource.isEmpty() ? main(key, before, wanted) : status(before, wanted);
        after.put("apiVersion", key.type().apiVersion()).put("kind", key.type().kind());
        Metadata.keep(before, after);
        Metadata.of(after).put("name", key.name());
        if (key.type().namespaced()) {
            Metadata.of(after).put("namespace", key.namespace());
        }
        admissions.forEach(admission -> admission.admit(key, before, after));
        if (after.equals(before)) {
            return before;
        }
        if (!sameBesidesStatus(before, after)) {
            Metadata.nextGeneration(after);
        }
        if (Metadata.isDeleting(after) && !Metadata.hasFinalizers(after)) {
            store.remove(key);
            return after;
        }
        return store.put(key, after);
    }

    private static ObjectNode main(ObjectKey key, ObjectNode before, ObjectNode wanted) {
        ObjectNode after = wanted.deepCopy();
        if (key.type().status()) {
            copy(before, after, "status");
        }
        return after;
    }

    private static ObjectNode status(ObjectNode before, ObjectNode wanted) {
        ObjectNode after = before.deepCopy();
        copy(wanted, after, "status");
        if (wanted.path("metadata").has("managedFields")) {
            Metadata.of(after).set("managedFields", wanted.at("/metadata/managedFields"));
        }
        return after;
    }

    private static void copy(ObjectNode from, ObjectNode to, String field) {
        JsonNode value = from.path(field);
        if (value.isMissingNode()) {
            to.remove(field);
        } else {
            to.set(field, value.deepCopy());
        }
    }

    /** Only a change of what is wanted is a new generation. */
    private static boolean sameBesidesStatus(ObjectNode one, ObjectNode other) {
        return one.deepCopy()
                .without(List.of("metadata", "status"))
                .equals(other.deepCopy().without(List.of("metadata", "status")));
    }

    /** Removes the object, or marks it when finalizers still hold it. */
    public ObjectNode delete(ObjectKey key, JsonNode preconditions) {
        synchronized (store) {
            ObjectNode before = get(key);
            JsonNode metadata = before.path("metadata");
            for (String field : List.of("uid", "resourceVersion")) {
                if (preconditions.hasNonNull(field)
                        && !preconditions.path(field).equals(metadata.path(field))) {
                    throw ApiFault.modified(key);
                }
            }
            if (!Metadata.hasFinalizers(before)) {
                store.remove(key);
                return before;
            }
            if (Metadata.isDeleting(before)) {
                return before;
            }
            ObjectNode after = before.deepCopy();
            Metadata.of(after).put("deletionTimestamp", Metadata.moment(clock.instant()));
            if (key.type().equals(ResourceType.NAMESPACE)) {
                after.withObjectProperty("status").put("phase", "Terminating");
            } else {
                Metadata.nextGeneration(after);
            }
            return store.put(key, after);
        }
    }
}
