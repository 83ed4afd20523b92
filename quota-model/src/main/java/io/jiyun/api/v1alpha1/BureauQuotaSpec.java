package io.jiyun.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import io.fabric8.kubernetes.api.model.Quantity;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was granted to a bureau and where it may use it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BureauQuotaSpec(
        @JsonPropertyDescription("The bureau that holds the quota.") @Required Bureau bureau,
        @JsonPropertyDescription(
                        "Name of the BureauQuota this one is part of; its quota must then fit into"
                                + " the parent's. Left out: directly under the province.")
                @Size(min = 1, max = 253)
                @Nullable String parentName,
        @JsonPropertyDescription(
                        "Approved amounts. The quota of a pool is the sum of its grants that are"
                            + " valid now; a resource no grant of the pool names is not limited; a"
                            + " resource whose grants are all outside their validity is limited to"
                            + " zero.")
                @Size(max = 256)
                @Nullable List<Grant> grants,
        @JsonPropertyDescription(
                        "Namespaces of the bureau. Each gets a slice of the quota of its pool; the"
                                + " slices never add up to more than the quota.")
                @Size(max = 1024)
                @Nullable List<BureauNamespace> namespaces,
        @JsonPropertyDescription(
                        "How far the bureau may borrow from and lend to other bureaus of a pool."
                                + " Left out: neither.")
                @Size(max = 64)
                @Nullable List<Sharing> sharing,
        @JsonPropertyDescription(
                        "What becomes of the namespaces when this resource is deleted. Left out:"
                                + " Retain.")
                @Nullable DeletionPolicy deletionPolicy) {

    public List<Grant> grantsOrEmpty() {
        return grants == null ? List.of() : grants;
    }

    public List<BureauNamespace> namespacesOrEmpty() {
        return namespaces == null ? List.of() : namespaces;
    }

    public List<Sharing> sharingOrEmpty() {
        return sharing == null ? List.of() : sharing;
    }

    public DeletionPolicy deletionPolicyOrDefault() {
        return deletionPolicy == null ? DeletionPolicy.RETAIN : deletionPolicy;
    }

    /** A bureau as the register of organisations knows it. */
    public record Bureau(
            @JsonPropertyDescription(
                            "Code of the organisation (统一社会信用代码 or the province's own). Cannot be"
                                    + " changed once set.")
                    @Required
                    @Pattern("^[0-9A-Z]{4,32}$")
                    @ValidationRule(
                            value = "self == oldSelf",
                            message =
                                    "the bureau code identifies who holds the quota and cannot be"
                                            + " changed; create another BureauQuota for another"
                                            + " bureau")
                    String code,
            @JsonPropertyDescription("Full official name.") @Required @Size(min = 1, max = 128)
                    String name) {}

    /** One approved request's amount 额度批复. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @ValidationRule(
            value =
                    "!has(self.validFrom) || !has(self.validUntil) || timestamp(self.validFrom) <"
                            + " timestamp(self.validUntil)",
            message = "validFrom must be before validUntil")
    public record Grant(
            @JsonPropertyDescription("Number of the approved request this amount comes from.")
                    @Required
                    @Pattern("^[A-Za-z0-9][-A-Za-z0-9._]*$")
                    @Size(min = 1, max = 64)
                    String requestId,
            @JsonPropertyDescription("Name of the MemberCloud.") @Required @Size(min = 1, max = 253)
                    String cloud,
            @JsonPropertyDescription("Name of the pool in that cloud.")
                    @Required
                    @Size(min = 1, max = 63)
                    String pool,
            @JsonPropertyDescription(
                            "Amount per resource as ResourceQuota names them: requests.cpu,"
                                    + " requests.memory, limits.*, requests.storage, pods,"
                                    + " count/<resource>, requests.<extended resource>.")
                    @Required
                    @Size(min = 1, max = 64)
                    Map<String, Quantity> resources,
            @JsonPropertyDescription("First moment of validity (RFC 3339). Left out: since ever.")
                    @Pattern(Timestamps.RFC_3339)
                    @Size(max = 40)
                    @Nullable String validFrom,
            @JsonPropertyDescription(
                            "Moment the grant ends (RFC 3339, exclusive). Left out: open-ended.")
                    @Pattern(Timestamps.RFC_3339)
                    @Size(max = 40)
                    @Nullable String validUntil) {}

    /** A namespace the bureau may use, and the bounds of its slice. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @ValidationRule(
            value =
                    "!(self.name in ['default', 'kube-system', 'kube-public', 'kube-node-lease'])"
                            + " && !self.name.startsWith('kube-')",
            message =
                    "default and names that start with kube- are reserved for Kubernetes itself;"
                            + " choose another namespace name")
    public record BureauNamespace(
            @JsonPropertyDescription("Name of the namespace; unique in its cloud.")
                    @Required
                    @Pattern("^[a-z0-9]([-a-z0-9]*[a-z0-9])?$")
                    @Size(min = 1, max = 63)
                    String name,
            @JsonPropertyDescription("Name of the MemberCloud the namespace stands in.")
                    @Required
                    @Size(min = 1, max = 253)
                    String cloud,
            @JsonPropertyDescription("Pool of that cloud whose quota the namespace uses.")
                    @Required
                    @Size(min = 1, max = 63)
                    String pool,
            @JsonPropertyDescription(
                            "Least slice per resource, kept free for the namespace even while"
                                    + " unused. Left out: nothing is kept.")
                    @Size(max = 64)
                    @Nullable Map<String, Quantity> min,
            @JsonPropertyDescription(
                            "Largest slice per resource. Left out: up to the bureau's whole quota.")
                    @Size(max = 64)
                    @Nullable Map<String, Quantity> max,
            @JsonPropertyDescription(
                            "Share of what is free, relative to the bureau's other namespaces of"
                                    + " the pool. Left out: 1.")
                    @Min(1)
                    @io.fabric8.generator.annotation.Max(1000)
                    @Nullable Integer weight,
            @JsonPropertyDescription(
                            "Who may work in the namespace. Left out: Jiyun grants nobody access.")
                    @Nullable Access access) {

        public int weightOrDefault() {
            return weight == null ? 1 : weight;
        }
    }

    /** Groups and users of the cloud's own identity provider. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Access(
            @JsonPropertyDescription("Groups that may edit the namespace's workloads.")
                    @Size(max = 64)
                    @Nullable List<String> groups,
            @JsonPropertyDescription("Users that may edit the namespace's workloads.")
                    @Size(max = 256)
                    @Nullable List<String> users) {}

    /** How far a bureau shares a pool with others. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Sharing(
            @JsonPropertyDescription("Name of the MemberCloud.") @Required @Size(min = 1, max = 253)
                    String cloud,
            @JsonPropertyDescription("Name of the pool in that cloud.")
                    @Required
                    @Size(min = 1, max = 63)
                    String pool,
            @JsonPropertyDescription(
                            "Most that may be borrowed above the bureau's own quota. Left out:"
                                    + " nothing.")
                    @Size(max = 64)
                    @Nullable Map<String, Quantity> borrowingLimit,
            @JsonPropertyDescription(
                            "Most of the bureau's unused quota that others may borrow. Left out:"
                                    + " nothing.")
                    @Size(max = 64)
                    @Nullable Map<String, Quantity> lendingLimit,
            @JsonPropertyDescription(
                            "Seconds a borrower may go on using what this bureau comes to need"
                                + " itself; afterwards nothing more is admitted on it, and it comes"
                                + " back as use ends. Left out: 600.")
                    @Min(0)
                    @Max(LONGEST_GRACE_SECONDS)
                    @Nullable Long recallGraceSeconds) {
        public static final long LONGEST_GRACE_SECONDS = 2_592_000;
        public static final long USUAL_GRACE_SECONDS = 600;

        public Map<String, Quantity> borrowingLimitOrEmpty() {
            return borrowingLimit == null ? Map.of() : borrowingLimit;
        }

        public Map<String, Quantity> lendingLimitOrEmpty() {
            return lendingLimit == null ? Map.of() : lendingLimit;
        }

        public long recallGraceSecondsOrDefault() {
            return recallGraceSeconds == null ? USUAL_GRACE_SECONDS : recallGraceSeconds;
        }
    }
}
