package io.jiyun.operator.cloud;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.ValidatingAdmissionPolicy;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.ValidatingAdmissionPolicyBinding;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.Objects;

/** A ValidatingAdmissionPolicy or a binding of one. */
final class PolicyObject {

    /** Has it stand as wanted; writes nothing where it does. */
    static void ensure(KubernetesClient client, HasMetadata wanted) {
        HasMetadata seen = client.resource(wanted).get();
        if (seen == null) {
            client.resource(wanted).create();
        } else if (!Objects.equals(spec(seen), spec(wanted))) {
            wanted.getMetadata().setResourceVersion(seen.getMetadata().getResourceVersion());
            client.resource(wanted).update();
        }
    }

    private static Object spec(HasMetadata object) {
        return switch (object) {
            case ValidatingAdmissionPolicy policy -> policy.getSpec();
            case ValidatingAdmissionPolicyBinding binding -> binding.getSpec();
            default -> object;
        };
    }

    private PolicyObject() {}
}
