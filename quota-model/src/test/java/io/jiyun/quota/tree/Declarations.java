package io.jiyun.quota.tree;

import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.jiyun.api.v1alpha1.BureauQuota;
import io.jiyun.api.v1alpha1.BureauQuotaSpec;
import io.jiyun.api.v1alpha1.BureauQuotaSpec.Bureau;
import io.jiyun.api.v1alpha1.BureauQuotaSpec.BureauNamespace;
import io.jiyun.api.v1alpha1.BureauQuotaSpec.Grant;
import io.jiyun.api.v1alpha1.BureauQuotaSpec.Sharing;
import io.jiyun.api.v1alpha1.BureauQuotaStatus;
import io.jiyun.api.v1alpha1.BureauQuotaStatus.NamespaceSlice;
import io.jiyun.api.v1alpha1.BureauQuotaStatus.PoolUsage;
import io.jiyun.api.v1alpha1.CloudConnection;
import io.jiyun.api.v1alpha1.CloudRole;
import io.jiyun.api.v1alpha1.Loan;
import io.jiyun.api.v1alpha1.MemberCloud;
import io.jiyun.api.v1alpha1.MemberCloudSpec;
import io.jiyun.api.v1alpha1.NetworkZone;
import io.jiyun.api.v1alpha1.PoolSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Fluent declarations for tests: one cloud "provincial" with the pool "gov-x86" unless told
 * otherwise.
 */
public final class Declarations {
    public static final String CLOUD = "provincial";
    public static final String POOL = "gov-x86";

    public static MemberCloud cloud(Map<String, String> capacity, Map<String, String> overcommit) {
        MemberCloud cloud = new MemberCloud();
        cloud.setMetadata(new ObjectMetaBuilder().withName(CLOUD).build());
        PoolSpec pool =
                new PoolSpec(
                        POOL,
                        NetworkZone.GOVERNMENT,
                        "amd64",
                        null,
                        overcommit,
                        quantities(capacity));
        cloud.setSpec(
                new MemberCloudSpec(
                        null,
                        CloudRole.PROVINCIAL,
                        null,
                        null,
                        CloudConnection.ofHub(),
                        List.of(pool)));
        return cloud;
    }

    static Map<String, Quantity> quantities(Map<String, String> texts) {
        Map<String, Quantity> quantities = new TreeMap<>();
        texts.forEach((name, text) -> quantities.put(name, new Quantity(text)));
        return quantities;
    }

    public static Declaration bureau(String name) {
        return new Declaration(name);
    }

    public static final class Declaration {
        private final String name;
        private final List<Grant> grants = new ArrayList<>();
        private final List<BureauNamespace> namespaces = new ArrayList<>();
        private final List<PoolUsage> admitted = new ArrayList<>();
        private final List<NamespaceSlice> slices = new ArrayList<>();
        private final List<Sharing> sharing = new ArrayList<>();
        private final List<Loan> loans = new ArrayList<>();
        private @Nullable String parent;
        private String createdAt = "2026-01-01T00:00:00Z";

        Declaration(String name) {
            this.name = name;
        }

        public Declaration grant(String cores) {
            return grant(CLOUD, POOL, Map.of("requests.cpu", cores), null, null);
        }

        Declaration grant(
                String cloud,
                String pool,
                Map<String, String> amounts,
                @Nullable String from,
                @Nullable String until) {
            grants.add(
                    new Grant(
                            "REQ-" + grants.size(), cloud, pool, quantities(amounts), from, until));
            return this;
        }

        public Declaration namespace(String namespace) {
            return namespace(namespace, Map.of(), Map.of());
        }

        Declaration namespace(String namespace, Map<String, String> min, Map<String, String> max) {
            namespaces.add(
                    new BureauNamespace(
                            namespace, CLOUD, POOL, quantities(min), quantities(max), null, null));
            return this;
        }

        public Declaration shares(
                String pool,
                Map<String, String> borrowing,
                Map<String, String> lending,
                @Nullable Long graceSeconds) {
            sharing.add(
                    new Sharing(
                            CLOUD, pool, quantities(borrowing), quantities(lending), graceSeconds));
            return this;
        }

        public Declaration under(String parentName) {
            parent = parentName;
            return this;
        }

        Declaration createdAt(String time) {
            createdAt = time;
            return this;
        }

        public Declaration admittedTo(String cores) {
            return admittedTo(cores, "0");
        }

        public Declaration admittedTo(String cores, String onSlices) {
            Map<String, Quantity> hard = quantities(Map.of("requests.cpu", cores));
            Map<String, Quantity> granted = quantities(Map.of("requests.cpu", onSlices));
            admitted.add(new PoolUsage(CLOUD, POOL, hard, granted, null, null, null, null));
            return this;
        }

        Declaration holding(String namespace) {
            slices.add(new NamespaceSlice(namespace, CLOUD, POOL, null, null, null));
            return this;
        }

        Declaration using(String namespace, String cores) {
            Map<String, Quantity> used = quantities(Map.of("requests.cpu", cores));
            slices.add(new NamespaceSlice(namespace, CLOUD, POOL, null, null, used));
            return this;
        }

        public Declaration borrowed(String lender, String cores) {
            Map<String, Quantity> amount = quantities(Map.of("requests.cpu", cores));
            loans.add(new Loan(CLOUD, POOL, lender, amount, null, null));
            return this;
        }

        public BureauQuota build() {
            BureauQuota quota = new BureauQuota();
            quota.setMetadata(
                    new ObjectMetaBuilder()
                            .withName(name)
                            .withCreationTimestamp(createdAt)
                            .build());
            quota.setSpec(
                    new BureauQuotaSpec(
                            new Bureau("1153000" + name.hashCode() % 1000, name),
                            parent,
                            grants,
                            namespaces,
                            sharing,
                            null));
            quota.setStatus(
                    new BureauQuotaStatus(
                            1L, null, admitted, slices, null, null, null, null, loans, null, null));
            return quota;
        }
    }

    private Declarations() {}
}
