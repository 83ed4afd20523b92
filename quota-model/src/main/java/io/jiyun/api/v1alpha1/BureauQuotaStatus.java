package io.jiyun.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Size;
import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.api.model.Quantity;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the operator observed and decided, as reported last. What the quota guarantee rests on is
 * recorded in the {@link QuotaLedger}; this repeats it for people and programs, all of one moment,
 * and follows it within moments, of a large bureau within seconds.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BureauQuotaStatus(
        @JsonPropertyDescription("Generation of the spec that this status answers.")
                @Nullable Long observedGeneration,
        @JsonPropertyDescription("Shares of the quota in use, as text for people.")
                @Nullable Utilisation utilisation,
        @JsonPropertyDescription("One entry per cloud and pool.") @Nullable List<PoolUsage> pools,
        @JsonPropertyDescription("One entry per namespace: its slice.")
                @Nullable List<NamespaceSlice> namespaces,
        @JsonPropertyDescription(
                        "Conditions Ready, Admitted, Synced, OverQuota, LoanRecalled, Expiring,"
                                + " Constrained.")
                @Nullable List<Condition> conditions,
        @JsonPropertyDescription(
                        "What is wrong with the spec, each point once, in Chinese and English. Left"
                                + " out: nothing.")
                @Nullable List<SpecViolation> violations,
        @JsonPropertyDescription(
                        "Name of the BureauQuota whose quota contains this one's, as admitted last;"
                                + " empty text: none, the quota counts in the pool itself. Left"
                                + " out: nothing was admitted yet.")
                @Nullable String admittedUnder,
        @JsonPropertyDescription(
                        "Epoch of the operator process that wrote this status. One of an earlier"
                                + " epoch decides nothing on it any more. Left out: none did yet.")
                @Nullable Long epoch,
        @JsonPropertyDescription("What is borrowed from other bureaus. Left out: nothing.")
                @Nullable List<Loan> loans,
        @JsonPropertyDescription(
                        "Why the bureau or a namespace of it does not get what it asks for, or"
                                + " waits, the gravest first. Left out: nobody lacks anything.")
                @Size(max = Explanation.MOST)
                @Nullable List<Explanation> explanations,
        @JsonPropertyDescription(
                        "resourceVersion of the QuotaLedger of the same name that this status"
                                + " repeats. Left out: nothing was recorded yet.")
                @Nullable Long ledgerVersion) {

    /** The status of one of which nothing is decided or recorded. */
    public static BureauQuotaStatus none() {
        return new BureauQuotaStatus(null, null, null, null, null, null);
    }

    /** A status that no process has decided on yet. */
    public BureauQuotaStatus(
            @Nullable Long observedGeneration,
            @Nullable Utilisation utilisation,
            @Nullable List<PoolUsage> pools,
            @Nullable List<NamespaceSlice> namespaces,
            @Nullable List<Condition> conditions,
            @Nullable List<SpecViolation> violations) {
        this(
                observedGeneration,
                utilisation,
                pools,
                namespaces,
                conditions,
                violations,
                null,
                null,
                null,
                null,
                null);
    }

    /** The same, as written by the process of that epoch. */
    public BureauQuotaStatus stamped(long by) {
        return new BureauQuotaStatus(
                observedGeneration,
                utilisation,
                pools,
                namespaces,
                conditions,
                violations,
                admittedUnder,
                by,
                loans,
                explanations,
                ledgerVersion);
    }

    /** The version of the ledger that this repeats; zero for none. */
    public long ledgerVersionOrZero() {
        return ledgerVersion == null ? 0 : ledgerVersion;
    }

    public List<Loan> loansOrEmpty() {
        return loans == null ? List.of() : loans;
    }

    public long epochOrZero() {
        return epoch == null ? 0 : epoch;
    }

    public List<SpecViolation> violationsOrEmpty() {
        return violations == null ? List.of() : violations;
    }

    public List<Explanation> explanationsOrEmpty() {
        return explanations == null ? List.of() : explanations;
    }

    public List<PoolUsage> poolsOrEmpty() {
        return pools == null ? List.of() : pools;
    }

    public List<NamespaceSlice> namespacesOrEmpty() {
        return namespaces == null ? List.of() : namespaces;
    }

    public List<Condition> conditionsOrEmpty() {
        return conditions == null ? List.of() : conditions;
    }

    /** Printer columns: text, so that an unknown share can be shown as such. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Utilisation(
            @JsonPropertyDescription("Used share of requests.cpu over all pools, for example 42%.")
                    @Nullable String cpu,
            @JsonPropertyDescription("Used share of requests.memory over all pools.")
                    @Nullable String memory,
            @JsonPropertyDescription("Namespaces enforced of namespaces wanted, for example 3/3.")
                    @Nullable String namespaces) {}

    /** The bureau's quota in one pool. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record PoolUsage(
            @JsonPropertyDescription("Name of the MemberCloud.") String cloud,
            @JsonPropertyDescription("Name of the pool.") String pool,
            @JsonPropertyDescription("The quota: sum of the grants valid now.")
                    @Nullable Map<String, Quantity> hard,
            @JsonPropertyDescription(
                            "Sum of the slices on the bureau's namespaces; never above hard with"
                                    + " what is borrowed and without what is lent.")
                    @Nullable Map<String, Quantity> granted,
            @JsonPropertyDescription("Sum of what the namespaces use.")
                    @Nullable Map<String, Quantity> used,
            @JsonPropertyDescription(
                            "hard with borrowed, less lent and used; zero when over quota.")
                    @Nullable Map<String, Quantity> available,
            @JsonPropertyDescription("What is borrowed from other bureaus.")
                    @Nullable Map<String, Quantity> borrowed,
            @JsonPropertyDescription("What other bureaus have borrowed of the quota.")
                    @Nullable Map<String, Quantity> lent) {}

    /** The slice 分片 of the quota that stands on one namespace. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record NamespaceSlice(
            @JsonPropertyDescription("Name of the namespace.") String name,
            @JsonPropertyDescription("Name of the MemberCloud.") String cloud,
            @JsonPropertyDescription("Name of the pool.") @Nullable String pool,
            @JsonPropertyDescription(
                            "Ledger entry: the most this namespace's ResourceQuota can allow at any"
                                    + " moment until the entry is lowered.")
                    @Nullable Map<String, Quantity> granted,
            @JsonPropertyDescription(
                            "What the ResourceQuota may be raised to at most while the slice"
                                    + " shrinks; granted follows once the cloud has confirmed it."
                                    + " Left out: the same as granted.")
                    @Nullable Map<String, Quantity> limit,
            @JsonPropertyDescription(
                            "What the cloud confirmed that it enforces. Left out: not yet.")
                    @Nullable Map<String, Quantity> hard,
            @JsonPropertyDescription("What the namespace uses. Left out: unknown.")
                    @Nullable Map<String, Quantity> used) {

        /** A slice that is not shrinking. */
        public NamespaceSlice(
                String name,
                String cloud,
                @Nullable String pool,
                @Nullable Map<String, Quantity> granted,
                @Nullable Map<String, Quantity> hard,
                @Nullable Map<String, Quantity> used) {
            this(name, cloud, pool, granted, null, hard, used);
        }
    }
}
