package io.jiyun.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.kubernetes.api.model.Quantity;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Quota of another bureau that this one may use in addition to its own. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Loan(
        @JsonPropertyDescription("Name of the MemberCloud.") String cloud,
        @JsonPropertyDescription("Name of the pool.") String pool,
        @JsonPropertyDescription("Name of the BureauQuota that lends.") String lender,
        @JsonPropertyDescription("How much is borrowed, per resource.")
                Map<String, Quantity> amount,
        @JsonPropertyDescription(
                        "When the lender came to need it itself (RFC 3339). Left out: it does not.")
                @Nullable String recalledAt,
        @JsonPropertyDescription(
                        "When what the lender needs has to be free (RFC 3339). From then on nothing"
                            + " more is admitted on it; nothing that runs is ended. Left out: not"
                            + " asked back.")
                @Nullable String due) {}
