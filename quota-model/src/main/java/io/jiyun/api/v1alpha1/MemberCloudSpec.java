package io.jiyun.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an administrator declares about a cloud. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MemberCloudSpec(
        @JsonPropertyDescription(
                        "Name people read, for example 云江省政务云. Left out: the resource's name is"
                                + " shown.")
                @Size(max = 128)
                @Nullable String displayName,
        @JsonPropertyDescription(
                        "Provincial: a platform the province runs on. Island: a self-built cloud of"
                                + " a city or bureau that is to be brought in and closed.")
                @Required
                CloudRole role,
        @JsonPropertyDescription(
                        "Administrative division code (GB/T 2260), six digits, of the area the"
                                + " cloud serves. Left out: unknown.")
                @Pattern("^[0-9]{6}$")
                @Nullable String region,
        @JsonPropertyDescription("Authority that owns the cloud. Left out: unknown.")
                @Size(max = 128)
                @Nullable String owner,
        @JsonPropertyDescription(
                        "How the operator reaches the cluster. Exactly one of inCluster,"
                                + " kubeconfigSecretRef and clusterProfileRef.")
                @Required
                CloudConnection connection,
        @JsonPropertyDescription(
                        "Resource pools of the cloud. Names are unique within the cloud; a"
                                + " BureauQuota names a pool by cloud and pool.")
                @Required
                @Size(min = 1, max = 32)
                @ValidationRule(
                        value = "self.all(p, self.exists_one(q, q.name == p.name))",
                        message = "a pool's name may occur only once in a cloud")
                List<PoolSpec> pools) {}
