package io.jiyun.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.kubernetes.api.model.Quantity;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Quota of a pool that one bureau uses instead of another. Each of the two records it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Loan(
        @JsonPropertyDescription("Name of the MemberCloud.") String cloud,
        @JsonPropertyDescription("Name of the pool.") String pool,
        @JsonPropertyDescription("Lent 借出 or Borrowed 借入, as this bureau sees it.")
                LoanDirection direction,
        @JsonPropertyDescription("Name of the other bureau's BureauQuota.") String counterpart,
        @JsonPropertyDescription(
                        "How much, per resource. Of a lender: what it does without. Of a borrower:"
                                + " what it may use in addition.")
                Map<String, Quantity> amount,
        @JsonPropertyDescription("When the loan began (RFC 3339).") @Nullable String since,
        @JsonPropertyDescription(
                        "When the lender asked for it back (RFC 3339). Left out: it has not.")
                @Nullable String recalledAt,
        @JsonPropertyDescription(
                        "When what was asked back has to be free (RFC 3339). From then on the"
                            + " borrower admits nothing more above its own quota; nothing that runs"
                            + " is ended. Left out: not asked back.")
                @Nullable String due,
        @JsonPropertyDescription(
                        "What is to remain of the loan once due, per resource. Left out: all of it"
                                + " while it is not asked back, nothing once it is.")
                @Nullable Map<String, Quantity> remaining) {}
