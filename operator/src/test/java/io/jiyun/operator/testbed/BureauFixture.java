package io.jiyun.operator.testbed;

import io.fabric8.kubernetes.api.model.Quantity;
import io.jiyun.api.v1alpha1.BureauQuota;
import io.jiyun.api.v1alpha1.BureauQuotaSpec;
import io.jiyun.api.v1alpha1.BureauQuotaSpec.Access;
import io.jiyun.api.v1alpha1.BureauQuotaSpec.Bureau;
import io.jiyun.api.v1alpha1.BureauQuotaSpec.BureauNamespace;
import io.jiyun.api.v1alpha1.BureauQuotaSpec.Grant;
import io.jiyun.api.v1alpha1.BureauQuotaSpec.Sharing;
import io.jiyun.api.v1alpha1.DeletionPolicy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Builds BureauQuotas for tests in the words of the test. */
public final class BureauFixture {
    private final Testbed testbed;
    private final String name;
    private final List<Grant> grants = new ArrayList<>();
    private final List<BureauNamespace> namespaces = new ArrayList<>();
    private String code = "11530000MB0X01";
    private @Nullable DeletionPolicy deletionPolicy;
    private @Nullable Access access;
    private final List<Sharing> sharing = new ArrayList<>();
    private @Nullable String parent;

    BureauFixture(Testbed testbed, String name) {
        this.testbed = testbed;
        this.name = name;
    }

    public BureauFixture code(String other) {
        code = other;
        return this;
    }

    /** Grants amounts, as resource and quantity in turn. */
    public BureauFixture granted(String... amounts) {
        return grantedIn(testbed.cloud(), Testbed.POOL, amounts);
    }

    public BureauFixture grantedIn(String cloud, String pool, String... amounts) {
        return grant(cloud, pool, null, null, amounts);
    }

    public BureauFixture grantedFrom(Instant validFrom, String... amounts) {
        return grant(testbed.cloud(), Testbed.POOL, validFrom.toString(), null, amounts);
    }

    public BureauFixture grantedUntil(Instant validUntil, String... amounts) {
        return grant(testbed.cloud(), Testbed.POOL, null, validUntil.toString(), amounts);
    }

    private BureauFixture grant(
            String cloud,
            String pool,
            @Nullable String validFrom,
            @Nullable String validUntil,
            String... amounts) {
        String number = "REQ-" + (grants.size() + 1);
        grants.add(new Grant(number, cloud, pool, quantities(amounts), validFrom, validUntil));
        return this;
    }

    public BureauFixture partOf(String plainParent) {
        parent = testbed.name(plainParent);
        return this;
    }

    /** Borrows pods up to the first and lends them up to the second amount. */
    public BureauFixture sharingPods(int borrowing, int lending, long recallGraceSeconds) {
        sharing.add(
                new Sharing(
                        testbed.cloud(),
                        Testbed.POOL,
                        quantities("pods", Integer.toString(borrowing)),
                        quantities("pods", Integer.toString(lending)),
                        recallGraceSeconds));
        return this;
    }

    public BureauFixture on(String... plainNamespaces) {
        for (String plain : plainNamespaces) {
            onExactly(testbed.name(plain));
        }
        return this;
    }

    public BureauFixture onExactly(String namespace) {
        return onExactly(namespace, testbed.cloud());
    }

    public BureauFixture onExactly(String namespace, String cloud) {
        namespaces.add(
                new BureauNamespace(namespace, cloud, Testbed.POOL, null, null, null, access));
        return this;
    }

    /** Of the namespaces named after this. */
    public BureauFixture forGroup(String group) {
        access = new Access(List.of(group), null);
        return this;
    }

    public BureauFixture deletedWithNamespaces() {
        deletionPolicy = DeletionPolicy.DELETE;
        return this;
    }

    public BureauQuota build() {
        BureauQuota quota = new BureauQuota();
        quota.getMetadata().setName(name);
        quota.setSpec(
                new BureauQuotaSpec(
                        new Bureau(code, "某单位"),
                        parent,
                        grants,
                        namespaces,
                        sharing.isEmpty() ? null : sharing,
                        deletionPolicy));
        return quota;
    }

    public BureauQuota apply() {
        return testbed.apply(build());
    }

    private static Map<String, Quantity> quantities(String... amounts) {
        Map<String, Quantity> quantities = new TreeMap<>();
        for (int index = 0; index < amounts.length; index += 2) {
            quantities.put(amounts[index], new Quantity(amounts[index + 1]));
        }
        return quantities;
    }
}
