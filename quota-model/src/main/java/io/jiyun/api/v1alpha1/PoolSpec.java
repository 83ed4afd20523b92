package io.jiyun.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.Quantity;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A resource pool 资源池: capacity of one cloud with one network zone and chip architecture. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PoolSpec(
        @JsonPropertyDescription("Name of the pool within its cloud, for example gov-x86.")
                @Required
                @Pattern("^[a-z0-9]([-a-z0-9]*[a-z0-9])?$")
                @Size(min = 1, max = 63)
                String name,
        @JsonPropertyDescription("Government 政务外网区 or Internet 互联网区.") @Required NetworkZone zone,
        @JsonPropertyDescription(
                        "Chip architecture as Kubernetes names it: amd64 (x86), arm64 (ARM).")
                @Required
                @Pattern("^(amd64|arm64|loong64|riscv64|s390x|ppc64le)$")
                String architecture,
        @JsonPropertyDescription(
                        "Nodes that make up the pool. Left out: the pool has no nodes of its own"
                                + " and its capacity must be declared.")
                @Nullable LabelSelector nodeSelector,
        @JsonPropertyDescription(
                        "Factor per capacity resource (cpu, memory, storage) by which more may be"
                            + " allocated than there is, as a decimal from 0.1 to 100. Left out:"
                            + " 1.")
                @Size(max = 16)
                @Nullable Map<String, @Pattern(QuantityRules.FACTOR) String> overcommit,
        @JsonPropertyDescription(
                        "Declared capacity (cpu, memory, storage, pods, extended resources) as"
                                + " Kubernetes quantities. Left out: discovered from the nodes that"
                                + " nodeSelector finds. The quotas of the pool add up to no more"
                                + " than that times overcommit; a resource that is not named is not"
                                + " bounded, except devices, of which there are none then.")
                @Size(max = 32)
                @Nullable Map<String, Quantity> capacity,
        @JsonPropertyDescription(
                        "Capacity of what nodes do not report, beside what is declared or"
                            + " discovered: storage,"
                            + " <class>.storageclass.storage.k8s.io/requests.storage,"
                            + " services.loadbalancers, persistentvolumeclaims, count/<resource>"
                            + " such as count/virtualmachines.kubevirt.io. Of a resource named in"
                            + " both this counts. Left out: nothing.")
                @Size(max = 32)
                @Nullable Map<String, Quantity> additionalCapacity) {

    /** One whose nodes report all that is to be bounded. */
    public PoolSpec(
            String name,
            NetworkZone zone,
            String architecture,
            @Nullable LabelSelector nodeSelector,
            @Nullable Map<String, String> overcommit,
            @Nullable Map<String, Quantity> capacity) {
        this(name, zone, architecture, nodeSelector, overcommit, capacity, null);
    }
}
