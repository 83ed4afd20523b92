package io.jiyun.operator.simulation.server;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The validation rules of Jiyun's own definitions, found by their text. An evaluator of CEL would
 * be bigger than the rest of the simulation; a rule that is missing here is not enforced by it, and
 * a test sees to it that none of Jiyun's is missing.
 */
final class KnownRules {
    private interface Rule {
        boolean holds(JsonNode self, @Nullable JsonNode old);
    }

    private static final Map<String, Rule> BY_TEXT =
            Map.ofEntries(
                    Map.entry("self == oldSelf", (self, old) -> old == null || self.equals(old)),
                    Map.entry(
                            "!has(self.validFrom) || !has(self.validUntil) ||"
                                    + " timestamp(self.validFrom) < timestamp(self.validUntil)",
                            (self, old) -> isPeriod(self)),
                    Map.entry(
                            "!(self.name in ['default', 'kube-system', 'kube-public',"
                                    + " 'kube-node-lease']) && !self.name.startsWith('kube-')",
                            (self, old) -> isFreeName(self.path("name").asText())),
                    Map.entry(
                            "self.all(p, self.exists_one(q, q.name == p.name))",
                            (self, old) -> haveUniqueNames(self)),
                    Map.entry(
                            "[has(self.inCluster), has(self.kubeconfigSecretRef),"
                                    + " has(self.clusterProfileRef), has(self.karmadaClusterRef),"
                                    + " has(self.managedClusterRef)]"
                                    + ".filter(given, given).size() == 1",
                            (self, old) ->
                                    Stream.of(
                                                            "inCluster",
                                                            "kubeconfigSecretRef",
                                                            "clusterProfileRef",
                                                            "karmadaClusterRef",
                                                            "managedClusterRef")
                                                    .filter(self::has)
                                                    .count()
                                            == 1));

    private KnownRules() {}

    static boolean isKnown(String rule) {
        return BY_TEXT.containsKey(rule);
    }

    static boolean holds(String rule, JsonNode self, @Nullable JsonNode old) {
        Rule known = BY_TEXT.get(rule);
        return known == null || known.holds(self, old);
    }

    private static boolean isPeriod(JsonNode grant) {
        if (!grant.has("validFrom") || !grant.has("validUntil")) {
            return true;
        }
        try {
            return OffsetDateTime.parse(grant.path("validFrom").asText())
                    .isBefore(OffsetDateTime.parse(grant.path("validUntil").asText()));
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private static boolean isFreeName(String name) {
        return !name.equals("default") && !name.startsWith("kube-");
    }

    private static boolean haveUniqueNames(JsonNode items) {
        Set<String> seen = new HashSet<>();
        return items.valueStream().allMatch(item -> seen.add(item.path("name").asText()));
    }
}
