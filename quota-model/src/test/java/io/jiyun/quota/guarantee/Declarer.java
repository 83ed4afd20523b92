package io.jiyun.quota.guarantee;

import io.jiyun.api.v1alpha1.BureauQuota;
import io.jiyun.api.v1alpha1.BureauQuotaSpec;
import io.jiyun.api.v1alpha1.BureauQuotaSpec.Bureau;
import io.jiyun.api.v1alpha1.BureauQuotaSpec.BureauNamespace;
import io.jiyun.api.v1alpha1.BureauQuotaSpec.Grant;
import io.jiyun.api.v1alpha1.BureauQuotaSpec.Sharing;
import io.jiyun.quota.tree.PoolKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Changes what is declared: grants that start and end, namespaces, parents, whole bureaus. */
final class Declarer {
    static final List<String> BUREAUS = List.of("ministry", "office", "school", "police", "water");

    private final World world;
    private final RandomGenerator random;

    Declarer(World world, RandomGenerator random) {
        this.world = world;
        this.random = random;
    }

    void declare(String name) {
        BureauQuota stands = world.hub().get(name);
        if (stands != null && Hub.isDeleted(stands)) {
            return;
        }
        if (stands != null && random.nextInt(8) == 0) {
            world.hub().markDeleted(name);
        } else if (stands == null || random.nextInt(3) > 0) {
            world.hub().declare(name, spec(name));
        }
    }

    private BureauQuotaSpec spec(String name) {
        List<Grant> grants = new ArrayList<>();
        for (PoolKey pool : Pods.POOLS) {
            long most = name.equals("ministry") ? 46 : 24;
            grants.add(grant(pool, random.nextLong(2, most), null, null));
            if (random.nextInt(3) == 0) {
                Instant start = world.now().plusSeconds(random.nextInt(6) - 3L);
                Instant end = start.plusSeconds(1 + random.nextInt(8));
                grants.add(grant(pool, random.nextLong(1, 14), start, end));
            }
        }
        List<BureauNamespace> namespaces = new ArrayList<>();
        for (Cell cell : world.cellsOf(name)) {
            if (random.nextInt(5) > 0) {
                namespaces.add(
                        new BureauNamespace(
                                cell.name,
                                cell.pool.cloud(),
                                cell.pool.pool(),
                                null,
                                random.nextInt(4) == 0
                                        ? Pods.quantities(1 + random.nextLong(20))
                                        : null,
                                1 + random.nextInt(3),
                                null));
            }
        }
        return new BureauQuotaSpec(
                new Bureau("1234", name), parent(name), grants, namespaces, sharing(), null);
    }

    private List<Sharing> sharing() {
        List<Sharing> sharing = new ArrayList<>();
        for (PoolKey pool : Pods.POOLS) {
            if (random.nextInt(3) > 0) {
                sharing.add(
                        new Sharing(
                                pool.cloud(),
                                pool.pool(),
                                Pods.quantities(random.nextLong(12)),
                                Pods.quantities(random.nextLong(12)),
                                random.nextLong(6)));
            }
        }
        return sharing;
    }

    private @Nullable String parent(String name) {
        return switch (name) {
            case "office", "school" -> random.nextInt(4) > 0 ? "ministry" : null;
            case "water" -> random.nextInt(4) == 0 ? "office" : null;
            default -> null;
        };
    }

    private static Grant grant(
            PoolKey pool, long amount, @Nullable Instant from, @Nullable Instant until) {
        return new Grant(
                "REQ",
                pool.cloud(),
                pool.pool(),
                Pods.quantities(amount),
                from == null ? null : from.toString(),
                until == null ? null : until.toString());
    }
}
