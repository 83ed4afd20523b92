package io.jiyun.operator.simulation.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jiyun.quota.amount.ParsedQuantity;
import io.jiyun.quota.amount.QuantityText;
import io.jiyun.quota.amount.ResourceName;
import io.jiyun.quota.amount.Resources;
import io.jiyun.quota.amount.Unit;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Refuses what a ResourceQuota has no room for, and charges what it lets in at once. Like the real
 * admission it goes by {@code status.hard}, which the {@link QuotaController} confirms later than
 * {@code spec.hard} is written: a quota without status limits nothing yet.
 */
final class QuotaAdmission implements Admission {
    private static final Set<ResourceName> MUST_BE_STATED =
            Set.of(
                    ResourceName.CPU,
                    ResourceName.MEMORY,
                    ResourceName.REQUESTS_CPU,
                    ResourceName.REQUESTS_MEMORY,
                    ResourceName.LIMITS_CPU,
                    ResourceName.LIMITS_MEMORY);

    private final ObjectStore store;
    private final AtomicLong refusals = new AtomicLong();

    QuotaAdmission(ObjectStore store) {
        this.store = store;
    }

    /** How often quota was exceeded, since the start. */
    long refusals() {
        return refusals.get();
    }

    @Override
    public void admit(ObjectKey key, @Nullable ObjectNode before, ObjectNode after) {
        if (key.type().equals(ResourceType.RESOURCE_QUOTA)) {
            checkQuantities(key, after.at("/spec/hard"));
            return;
        }
        if (before != null || key.namespace().isEmpty()) {
            return;
        }
        Resources charges = Charges.of(key.type(), after);
        for (ObjectNode quota : store.list(ResourceType.RESOURCE_QUOTA, key.namespace())) {
            charge(key, after, charges, quota);
        }
    }

    private void charge(ObjectKey key, ObjectNode object, Resources charges, ObjectNode quota) {
        Resources hard = Charges.read(quota.at("/status/hard"));
        Resources requested = charges.onlyOf(hard);
        String quotaName = quota.at("/metadata/name").asText();
        if (key.type().equals(ResourceType.POD)) {
            requireStated(key, object, hard.names(), quotaName);
        }
        if (requested.isEmpty()) {
            return;
        }
        Resources used = Charges.read(quota.at("/status/used")).onlyOf(hard);
        Resources wanted = used.plus(requested);
        Set<ResourceName> exceeded = wanted.onlyOf(requested).excessOver(hard).names();
        if (!exceeded.isEmpty()) {
            refusals.incrementAndGet();
            throw ApiFault.forbidden(
                    key,
                    "exceeded quota: %s, requested: %s, used: %s, limited: %s"
                            .formatted(
                                    quotaName,
                                    listed(requested.onlyOf(exceeded)),
                                    listed(used.onlyOf(exceeded)),
                                    listed(hard.onlyOf(exceeded))));
        }
        ObjectNode charged = quota.deepCopy();
        Charges.write(charged.withObjectProperty("status"), "used", wanted);
        store.put(ObjectKey.of(ResourceType.RESOURCE_QUOTA, charged), charged);
    }

    /** A pod that does not say what it needs cannot be counted against a quota of it. */
    private static void requireStated(
            ObjectKey key, ObjectNode pod, Set<ResourceName> limited, String quotaName) {
        Set<ResourceName> unstated = new TreeSet<>();
        String containers = "";
        for (JsonNode container : pod.at("/spec/containers")) {
            for (ResourceName name : limited) {
                if (MUST_BE_STATED.contains(name) && !states(container, name)) {
                    unstated.add(name);
                    containers = container.path("name").asText();
                }
            }
        }
        if (!unstated.isEmpty()) {
            String names =
                    unstated.stream()
                            .map(name -> name + " for: ")
                            .collect(Collectors.joining(containers + "; "));
            throw ApiFault.forbidden(
                    key, "failed quota: " + quotaName + ": must specify " + names + containers);
        }
    }

    private static boolean states(JsonNode container, ResourceName name) {
        String list = name.value().startsWith("limits.") ? "limits" : "requests";
        String resource = name.value().substring(name.value().indexOf('.') + 1);
        return container.path("resources").path(list).has(resource);
    }

    private static void checkQuantities(ObjectKey key, JsonNode hard) {
        hard.properties()
                .forEach(entry -> {
                    if (!isQuantity(entry.getKey(), entry.getValue())) {
                        throw ApiFault.invalid(
                                key,
                                "spec.hard["
                                        + entry.getKey()
                                        + "]: Invalid value: "
                                        + entry.getValue()
                                        + ": must be a quantity, greater than or equal to 0");
                    }
                });
    }

    /** More precision than this simulation counts in is a quantity, too. */
    private static boolean isQuantity(String name, JsonNode value) {
        Unit unit = new ResourceName(name).unit();
        return switch (QuantityText.parse(unit, value.asText())) {
            case ParsedQuantity.Parsed _ -> true;
            case ParsedQuantity.Rejected(ParsedQuantity.Cause cause) ->
                    cause == ParsedQuantity.Cause.TOO_FINE
                            || cause == ParsedQuantity.Cause.TOO_LARGE;
        };
    }

    private static String listed(Resources amounts) {
        return amounts.print().entrySet().stream()
                .map(amount -> amount.getKey() + "=" + amount.getValue())
                .collect(Collectors.joining(","));
    }
}
