package io.jiyun.operator.simulation.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jiyun.quota.amount.Amount;
import io.jiyun.quota.amount.QuantityText;
import io.jiyun.quota.amount.ResourceName;
import io.jiyun.quota.amount.Resources;
import io.jiyun.quota.amount.Unit;
import java.util.Map;
import java.util.TreeMap;

/** What an object counts for in a ResourceQuota. */
final class Charges {
    private static final Amount ONE = Amount.of(Unit.COUNT, 1);

    private Charges() {}

    static Resources of(ResourceType type, JsonNode object) {
        Map<ResourceName, Amount> charges = new TreeMap<>();
        charges.put(new ResourceName("count/" + type.qualifiedName()), ONE);
        if (type.equals(ResourceType.POD)) {
            ofPod(object, charges);
        } else if (type.group().isEmpty()) {
            charges.put(new ResourceName(type.plural()), ONE);
        }
        if (type.equals(ResourceType.CLAIM)) {
            addAll(charges, "requests.", object.at("/spec/resources/requests"));
        }
        return Resources.of(charges);
    }

    private static void ofPod(JsonNode pod, Map<ResourceName, Amount> charges) {
        String phase = pod.at("/status/phase").asText();
        if (phase.equals("Succeeded") || phase.equals("Failed")) {
            return;
        }
        charges.put(ResourceName.PODS, ONE);
        for (JsonNode container : pod.at("/spec/containers")) {
            addAll(charges, "requests.", container.at("/resources/requests"));
            addAll(charges, "limits.", container.at("/resources/limits"));
        }
        // A quota may leave out the prefix and then means the requests.
        for (ResourceName plain : new ResourceName[] {ResourceName.CPU, ResourceName.MEMORY}) {
            Amount requested = charges.get(new ResourceName("requests." + plain));
            if (requested != null) {
                charges.put(plain, requested);
            }
        }
    }

    private static void addAll(
            Map<ResourceName, Amount> charges, String prefix, JsonNode quantities) {
        quantities
                .properties()
                .forEach(quantity -> {
                    ResourceName name = new ResourceName(prefix + quantity.getKey());
                    charges.merge(
                            name,
                            QuantityText.observed(name.unit(), quantity.getValue().asText()),
                            Amount::plus);
                });
    }

    /** A map of quantities as an object carries it. */
    static Resources read(JsonNode quantities) {
        Map<ResourceName, Amount> amounts = new TreeMap<>();
        quantities
                .properties()
                .forEach(quantity -> {
                    ResourceName name = new ResourceName(quantity.getKey());
                    amounts.put(
                            name, QuantityText.observed(name.unit(), quantity.getValue().asText()));
                });
        return Resources.of(amounts);
    }

    static void write(ObjectNode parent, String field, Resources amounts) {
        ObjectNode quantities = parent.putObject(field);
        amounts.print().forEach(quantities::put);
    }
}
