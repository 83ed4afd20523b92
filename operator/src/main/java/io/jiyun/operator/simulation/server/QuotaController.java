package io.jiyun.operator.simulation.server;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jiyun.quota.amount.Resources;
import java.util.List;

/**
 * Confirms {@code spec.hard} of every ResourceQuota in its status and counts what is used, a moment
 * after the change that calls for it, as the real controller manager does.
 */
final class QuotaController {
    private final ObjectStore store;
    private final ObjectApi api;

    QuotaController(ObjectStore store, ObjectApi api) {
        this.store = store;
        this.api = api;
    }

    /** Whether a change can alter what a quota should say. */
    static boolean concerns(Change change) {
        if (change.key().namespace().isEmpty() || change.key().type().equals(ResourceType.EVENT)) {
            return false;
        }
        boolean quotaItself = change.key().type().equals(ResourceType.RESOURCE_QUOTA);
        return quotaItself ? change.after() != null : !isMereUpdate(change);
    }

    private static boolean isMereUpdate(Change change) {
        return change.before() != null
                && change.after() != null
                && change.before().at("/status/phase").equals(change.after().at("/status/phase"));
    }

    void recount(String namespace) {
        synchronized (store) {
            List<ObjectNode> quotas = store.list(ResourceType.RESOURCE_QUOTA, namespace);
            if (quotas.isEmpty()) {
                return;
            }
            Resources charges =
                    store.keysIn(namespace).stream()
                            .map(key -> Charges.of(key.type(), store.get(key).orElseThrow()))
                            .collect(Resources.sum());
            quotas.forEach(quota -> confirm(quota, charges));
        }
    }

    private void confirm(ObjectNode quota, Resources charges) {
        Resources hard = Charges.read(quota.at("/spec/hard"));
        Resources used = hard.zeroed().plus(charges.onlyOf(hard));
        ObjectNode confirmed = quota.deepCopy();
        ObjectNode status = confirmed.withObjectProperty("status");
        Charges.write(status, "hard", hard);
        Charges.write(status, "used", used);
        // Says nothing when nothing changed: the write is then no write.
        api.replace(ObjectKey.of(ResourceType.RESOURCE_QUOTA, quota), "status", confirmed);
    }
}
