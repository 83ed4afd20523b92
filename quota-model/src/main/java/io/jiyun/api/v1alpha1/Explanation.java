package io.jiyun.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Size;
import io.fabric8.kubernetes.api.model.Quantity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Why a bureau or one of its namespaces does not get what it asks for, or has to wait. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Explanation(
        @JsonPropertyDescription("CamelCase name of the cause, for example QuotaShort.")
                String code,
        @JsonPropertyDescription("What is short, or what is waited for.") Level level,
        @JsonPropertyDescription("Name of the MemberCloud.") String cloud,
        @JsonPropertyDescription("Name of the pool. Left out: all of the cloud.")
                @Nullable String pool,
        @JsonPropertyDescription("Namespace that asks. Left out: the bureau as a whole.")
                @Nullable String namespace,
        @JsonPropertyDescription("Resource that is short. Left out: none in particular.")
                @Nullable String resource,
        @JsonPropertyDescription("Who holds most of it, largest first, three at most.")
                @Size(max = 3)
                List<Holder> holders,
        @JsonPropertyDescription(
                        "Who can give more, in the order in which they are asked. Empty: nobody has"
                                + " to, it passes by itself.")
                @Size(max = 3)
                List<Approver> approvers,
        @JsonPropertyDescription("Sentence in Simplified Chinese.") String zh,
        @JsonPropertyDescription("Sentence in English.") String en) {
    /** How many a status carries; the gravest come first. */
    public static final int MOST = 12;

    /** From the outside in; also the order of gravity. */
    public enum Level {
        /** The cloud does not answer. */
        @JsonProperty("Cloud")
        CLOUD,
        /** The cloud's quota controller confirms nothing. */
        @JsonProperty("QuotaController")
        QUOTA_CONTROLLER,
        /** The pool with its overcommit is given out. */
        @JsonProperty("Pool")
        POOL,
        /** The quota that contains this one is given out. */
        @JsonProperty("Parent")
        PARENT,
        /** The bureau's own quota is used up. */
        @JsonProperty("Bureau")
        BUREAU,
        /** What other bureaus of the pool may lend does not come, or goes back. */
        @JsonProperty("Loan")
        LOAN,
        /** Other namespaces of the bureau hold what is free. */
        @JsonProperty("Siblings")
        SIBLINGS,
        /** The namespace's own maximum is reached. */
        @JsonProperty("Namespace")
        NAMESPACE,
        /** A cloud has yet to confirm what was written. */
        @JsonProperty("Confirmation")
        CONFIRMATION
    }

    /** Who can give more. */
    public enum Approver {
        /** Head of the bureau. */
        @JsonProperty("BureauHead")
        BUREAU_HEAD,
        /** Head of the bureau whose quota contains this one. */
        @JsonProperty("ParentHead")
        PARENT_HEAD,
        /** Cloud administrator. */
        @JsonProperty("CloudAdministrator")
        CLOUD_ADMINISTRATOR
    }

    /** One that holds a part. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Holder(
            @JsonPropertyDescription("Whether name is that of a Namespace or of a BureauQuota.")
                    Kind kind,
            @JsonPropertyDescription("Its name.") String name,
            @JsonPropertyDescription("How much of the resource it holds.") Quantity amount) {
        /** What a holder is. */
        public enum Kind {
            @JsonProperty("Namespace")
            NAMESPACE,
            @JsonProperty("BureauQuota")
            BUREAU_QUOTA
        }
    }
}
