package io.jiyun.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.kubernetes.api.model.Quantity;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the quota guarantee rests on, for one bureau. Entries are lines of text rather than objects:
 * a bureau may have a thousand namespaces, whoever asks for quota waits until the ledger is stored,
 * and an API server takes in a list of texts thirty times as fast as one of objects with amounts.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record QuotaLedgerSpec(
        @JsonPropertyDescription("UID of the BureauQuota whose ledger this is.")
                String bureauQuotaUid,
        @JsonPropertyDescription(
                        "Epoch of the operator process that wrote this. One of an earlier epoch"
                                + " decides nothing on it any more. Left out: none did yet.")
                @Nullable Long epoch,
        @JsonPropertyDescription(
                        "Name of the BureauQuota whose quota contains this one's, as admitted last;"
                                + " empty text: none, the quota counts in the pool itself. Left"
                                + " out: nothing was admitted yet.")
                @Nullable String admittedUnder,
        @JsonPropertyDescription("The quota in each pool. Left out: none.")
                @Nullable List<LedgerPool> pools,
        @JsonPropertyDescription("What is borrowed from other bureaus. Left out: nothing.")
                @Nullable List<Loan> loans,
        @JsonPropertyDescription(
                        "The resources whose amounts an entry gives, in this order. Left out:"
                                + " none.")
                @Nullable List<String> resources,
        @JsonPropertyDescription(
                        "One line per namespace: cloud, pool and name of the namespace, then"
                            + " granted= what its ResourceQuota can allow at any moment until the"
                            + " entry is lowered, limit= what it may be raised to while the slice"
                            + " shrinks (left out: as granted), used= what was in use (left out:"
                            + " nothing). Amounts in the order of resources, separated by commas; a"
                            + " dash stands for one that is not limited, or for no pool.")
                @Nullable List<String> entries) {

    public List<LedgerPool> poolsOrEmpty() {
        return pools == null ? List.of() : pools;
    }

    public List<String> resourcesOrEmpty() {
        return resources == null ? List.of() : resources;
    }

    public List<String> entriesOrEmpty() {
        return entries == null ? List.of() : entries;
    }

    /** The bureau's quota in one pool. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record LedgerPool(
            @JsonPropertyDescription("Name of the MemberCloud.") String cloud,
            @JsonPropertyDescription("Name of the pool.") String pool,
            @JsonPropertyDescription("The quota the bureau was admitted to.")
                    @Nullable Map<String, Quantity> hard,
            @JsonPropertyDescription("Sum of the entries.")
                    @Nullable Map<String, Quantity> granted) {}
}
