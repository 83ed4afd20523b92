package io.jiyun.console.request.internal;

import io.jiyun.api.v1alpha1.Quantities;
import io.jiyun.api.v1alpha1.SpecViolation;
import io.jiyun.console.language.Sentences;
import io.jiyun.console.quota.QuotaPreview;
import io.jiyun.console.quota.QuotaPreview.ResourcePreview;
import io.jiyun.console.workflow.AutoRule;
import io.jiyun.quota.amount.Amount;
import io.jiyun.quota.amount.Percentage;
import io.jiyun.quota.amount.ResourceName;
import io.jiyun.quota.rule.Violations;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** Decides by figures what needs no person, and says which figures. Pure. */
final class EvidenceRule {
    private final AutoRule rule;
    private final Evidence evidence;

    EvidenceRule(AutoRule rule, Evidence evidence) {
        this.rule = rule;
        this.evidence = evidence;
    }

    /** What the rule says of a request. */
    record Ruling(boolean decided, SpecViolation explanation) {}

    Ruling rule(QuotaPreview preview) {
        List<SpecViolation> against = new ArrayList<>();
        List<String> figures = new ArrayList<>();
        for (QuotaPreview.PoolPreview pool : preview.pools()) {
            for (ResourcePreview line : pool.resources()) {
                if (!java.util.Objects.equals(line.before(), line.after())) {
                    String place = pool.pool() + " " + line.resource();
                    switch (rule.kind()) {
                        case NONE -> against.add(say("rule-none"));
                        case AT_ONCE -> givesBack(place, line, against, figures);
                        case EVIDENCE -> growsSlightly(place, line, against, figures);
                    }
                }
            }
        }
        if (figures.isEmpty() && against.isEmpty()) {
            against.add(say("rule-nothing"));
        }
        return against.isEmpty()
                ? new Ruling(true, say("rule-decided", String.join("; ", figures), rule.source()))
                : new Ruling(false, against.getFirst());
    }

    private static void givesBack(
            String place, ResourcePreview line, List<SpecViolation> against, List<String> figures) {
        Amount used = line.used();
        Amount after = line.after();
        Amount rest = after == null ? Amount.zero(line.resource().unit()) : after;
        Amount before = line.before();
        if (before == null || rest.exceeds(before)) {
            against.add(say("rule-grows", place));
        } else if (used == null) {
            against.add(say("rule-unknown-use", place));
        } else if (used.exceeds(rest)) {
            against.add(say("rule-below-use", place, used.print(), rest.print()));
        } else {
            figures.add(place + " " + before.print() + " → " + rest.print() + " ≥ " + used.print());
        }
    }

    private void growsSlightly(
            String place, ResourcePreview line, List<SpecViolation> against, List<String> figures) {
        ResourceName resource = line.resource();
        List<String> tiers = tiers(resource);
        Amount before = line.before();
        Amount after = line.after();
        if (tiers.isEmpty() || before == null || after == null) {
            against.add(say("rule-no-figure", place));
            return;
        }
        boolean storage = resource.equals(ResourceName.REQUESTS_STORAGE);
        int least = storage ? rule.storagePercent() : rule.usePercent();
        Percentage use = line.used() == null ? null : Percentage.of(line.used(), before);
        if (use == null) {
            against.add(say("rule-unknown-use", place));
            return;
        }
        if (use.value() <= least) {
            against.add(say("rule-little-use", place, use, least + "%"));
        }
        String worked = "";
        if (!storage) {
            OptionalInt utilisation = evidence.of(resource);
            if (utilisation.isEmpty()) {
                against.add(say("rule-unknown-utilisation", place));
            } else if (utilisation.getAsInt() < rule.utilisationPercent()) {
                against.add(
                        say(
                                "rule-idle",
                                place,
                                utilisation.getAsInt() + "%",
                                rule.utilisationPercent() + "%"));
            } else {
                worked = ", " + utilisation.getAsInt() + "% ≥ " + rule.utilisationPercent() + "%";
            }
        }
        if (tier(resource, after, tiers) - tier(resource, before, tiers) > 1
                || tier(resource, after, tiers) == tiers.size()) {
            against.add(say("rule-too-large", place, before.print(), after.print()));
        }
        figures.add(
                "%s %s → %s, %s > %d%%%s"
                        .formatted(place, before.print(), after.print(), use, least, worked));
    }

    private List<String> tiers(ResourceName resource) {
        if (resource.equals(ResourceName.REQUESTS_CPU)) {
            return rule.cpuTiers();
        }
        if (resource.equals(ResourceName.REQUESTS_MEMORY)) {
            return rule.memoryTiers();
        }
        return resource.equals(ResourceName.REQUESTS_STORAGE) ? rule.storageTiers() : List.of();
    }

    /** Index of the smallest size that holds the amount; past the end if none does. */
    private static int tier(ResourceName resource, Amount amount, List<String> tiers) {
        int index = 0;
        while (index < tiers.size() && amount.exceeds(size(resource, tiers.get(index)))) {
            index++;
        }
        return index;
    }

    private static Amount size(ResourceName resource, String text) {
        return Quantities.typed(Map.of(resource.value(), text), "auto", new Violations())
                .orZero(resource);
    }

    private static SpecViolation say(String key, Object... arguments) {
        return Sentences.violation("AutomaticRule", "", "request." + key, arguments);
    }
}
