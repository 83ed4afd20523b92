package io.jiyun.operator.testbed;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.jiyun.api.v1alpha1.BureauQuota;
import io.jiyun.api.v1alpha1.CloudConnection;
import io.jiyun.api.v1alpha1.CloudRole;
import io.jiyun.api.v1alpha1.MemberCloud;
import io.jiyun.api.v1alpha1.MemberCloudSpec;
import io.jiyun.api.v1alpha1.NetworkZone;
import io.jiyun.api.v1alpha1.PoolSpec;
import java.util.List;
import java.util.Map;

/** The clouds a test class declares on its hub. */
record TestClouds(Testbed testbed) {

    /** One pool of 100 cores and 400 Gi on the hub's own cluster. */
    void declareOwn() {
        forgetOthers();
        testbed.admin().resource(of(testbed.cloud(), CloudConnection.ofHub())).serverSideApply();
    }

    /** The same, with a Secret for the token of its audit stream. */
    void declareAudited(AuditStream stream) {
        forgetOthers();
        CloudConnection connection =
                stream.keepToken(testbed.admin(), ChartRights.RELEASE_NAMESPACE);
        testbed.admin().resource(of(testbed.cloud(), connection)).serverSideApply();
    }

    void forgetOthers() {
        deleteOthers(BureauQuota.class);
        deleteOthers(MemberCloud.class);
    }

    void forgetAll() {
        forgetOthers();
        testbed.admin().resources(MemberCloud.class).delete();
    }

    private <T extends HasMetadata> void deleteOthers(Class<T> kind) {
        testbed.admin().resources(kind).list().getItems().stream()
                .filter(object -> !testbed.isOwn(object.getMetadata().getName()))
                .forEach(object -> testbed.admin().resource(object).delete());
    }

    MemberCloud of(String name, CloudConnection connection) {
        PoolSpec pool =
                new PoolSpec(
                        Testbed.POOL,
                        NetworkZone.GOVERNMENT,
                        "amd64",
                        null,
                        null,
                        Map.of("cpu", Quantity.parse("100"), "memory", Quantity.parse("400Gi")));
        MemberCloud cloud = new MemberCloud();
        cloud.getMetadata().setName(name);
        cloud.setSpec(
                new MemberCloudSpec(
                        null, CloudRole.PROVINCIAL, null, null, connection, List.of(pool)));
        return cloud;
    }

    void connectBySecret(String plain, String kubeconfig) {
        testbed.admin()
                .resource(
                        new SecretBuilder()
                                .withNewMetadata()
                                .withNamespace(ChartRights.RELEASE_NAMESPACE)
                                .withName(testbed.name(plain))
                                .endMetadata()
                                .withStringData(Map.of("kubeconfig", kubeconfig))
                                .build())
                .serverSideApply();
        CloudConnection connection =
                CloudConnection.ofSecret(
                        ChartRights.RELEASE_NAMESPACE, testbed.name(plain), "kubeconfig");
        testbed.admin().resource(of(testbed.name(plain), connection)).serverSideApply();
    }
}
