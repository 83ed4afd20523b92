package io.jiyun.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something a bureau is short of: at which level, who holds it, who can approve more. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Shortage(
        @JsonPropertyDescription("Name of the MemberCloud.") String cloud,
        @JsonPropertyDescription("Name of the pool.") String pool,
        @JsonPropertyDescription("Namespace that was refused. Left out: the bureau as a whole.")
                @Nullable String namespace,
        @JsonPropertyDescription("Resource as a ResourceQuota names it.") String resource,
        @JsonPropertyDescription(
                        "Level that is short: NamespaceMaximum, BureauQuota, ParentQuota, Pool or"
                                + " LenderRecall.")
                String level,
        @JsonPropertyDescription("How much is asked beyond what there is.") String missing,
        @JsonPropertyDescription(
                        "Who holds what is short, most first: namespaces or bureaus with what they"
                                + " hold and use. Left out: nobody in particular.")
                @Nullable List<Holder> holders,
        @JsonPropertyDescription(
                        "Who can approve more: BureauHead (requests it), CloudAdministrator"
                                + " (grants it) or ParentBureau (passes it on).")
                String approver,
        @JsonPropertyDescription("Sentence in Simplified Chinese.") String zh,
        @JsonPropertyDescription("Sentence in English.") String en) {

    /** One who holds a part of what is short. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Holder(
            @JsonPropertyDescription("Name of the namespace or BureauQuota.") String name,
            @JsonPropertyDescription("What it holds.") String held,
            @JsonPropertyDescription("What it uses of that. Left out: not known.")
                    @Nullable String used) {}
}
