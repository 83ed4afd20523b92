package io.jiyun.api.v1alpha1;

import io.fabric8.kubernetes.api.model.Quantity;
import io.jiyun.quota.amount.Amount;
import io.jiyun.quota.amount.ParsedQuantity;
import io.jiyun.quota.amount.QuantityText;
import io.jiyun.quota.amount.ResourceName;
import io.jiyun.quota.amount.Resources;
import io.jiyun.quota.rule.Reason;
import io.jiyun.quota.rule.Violations;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The border between quantities as the API carries them and {@link Resources}. */
public final class Quantities {

    /** Reads declared quantities; what is wrong goes to {@code violations} and is left out. */
    public static Resources declared(
            @Nullable Map<String, Quantity> quantities, String field, Violations violations) {
        Map<ResourceName, Amount> amounts = new TreeMap<>();
        if (quantities != null) {
            quantities.forEach((name, quantity) ->
                    read(name, text(quantity), field + "." + name, violations, amounts));
        }
        return Resources.of(amounts);
    }

    /** Reads quantities typed by a person, as text by resource name. */
    public static Resources typed(Map<String, String> texts, String field, Violations violations) {
        Map<ResourceName, Amount> amounts = new TreeMap<>();
        texts.forEach((name, text) -> read(name, text, field + "." + name, violations, amounts));
        return Resources.of(amounts);
    }

    /** Reads what an API server reports; see {@link QuantityText#observed}. */
    public static Resources observed(@Nullable Map<String, Quantity> quantities) {
        Map<ResourceName, Amount> amounts = new TreeMap<>();
        if (quantities != null) {
            quantities.forEach((name, quantity) -> {
                if (ResourceName.isValid(name)) {
                    ResourceName resource = new ResourceName(name);
                    amounts.put(resource, QuantityText.observed(resource.unit(), text(quantity)));
                }
            });
        }
        return Resources.of(amounts);
    }

    public static Map<String, Quantity> of(Resources resources) {
        Map<String, Quantity> quantities = new LinkedHashMap<>();
        resources.print().forEach((name, text) -> quantities.put(name, Quantity.parse(text)));
        return quantities;
    }

    private static void read(
            String name,
            String text,
            String field,
            Violations violations,
            Map<ResourceName, Amount> amounts) {
        if (!ResourceName.isValid(name)) {
            violations.add(Reason.INVALID_RESOURCE_NAME, field, name);
            return;
        }
        ResourceName resource = new ResourceName(name);
        switch (QuantityText.parse(resource.unit(), text)) {
            case ParsedQuantity.Parsed(Amount amount) -> amounts.put(resource, amount);
            case ParsedQuantity.Rejected(ParsedQuantity.Cause cause) ->
                    violations.add(reason(cause), field, name, text);
        }
    }

    private static Reason reason(ParsedQuantity.Cause cause) {
        return switch (cause) {
            case MALFORMED -> Reason.MALFORMED_QUANTITY;
            case NEGATIVE -> Reason.NEGATIVE_QUANTITY;
            case TOO_LARGE -> Reason.QUANTITY_TOO_LARGE;
            case TOO_FINE -> Reason.QUANTITY_TOO_FINE;
        };
    }

    private static String text(@Nullable Quantity quantity) {
        if (quantity == null || quantity.getAmount() == null) {
            return "";
        }
        return quantity.getFormat() == null
                ? quantity.getAmount()
                : quantity.getAmount() + quantity.getFormat();
    }

    private Quantities() {}
}
