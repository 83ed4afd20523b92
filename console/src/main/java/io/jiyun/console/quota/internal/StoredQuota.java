package io.jiyun.console.quota.internal;

import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.jiyun.api.v1alpha1.BureauQuota;
import io.jiyun.api.v1alpha1.BureauQuotaSpec;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A quota as the database has it.
 *
 * @param owned whether the console keeps the resource; false while it is kept by hand
 * @param appliedVersion version the API server accepted last; null before the first
 * @param appliedGeneration generation it got there
 * @param failedVersion version the API server refused; null if none since
 */
public record StoredQuota(
        String name,
        String bureauCode,
        BureauQuotaSpec spec,
        long version,
        boolean owned,
        @Nullable Long appliedVersion,
        @Nullable Long appliedGeneration,
        @Nullable Long failedVersion,
        @Nullable String failure,
        Instant createdAt,
        Instant changedAt) {

    /** What a bureau has before its first quota of that name; version 0 is never stored. */
    static StoredQuota none(String name, String bureauCode, String bureauName, Instant now) {
        return new StoredQuota(
                name,
                bureauCode,
                new BureauQuotaSpec(
                        new BureauQuotaSpec.Bureau(bureauCode, bureauName),
                        null,
                        List.of(),
                        List.of(),
                        null,
                        null),
                0,
                true,
                null,
                null,
                null,
                null,
                now,
                now);
    }

    boolean isNone() {
        return version == 0;
    }

    /** The resource as it is to be applied. */
    BureauQuota resource() {
        BureauQuota resource = new BureauQuota();
        resource.setMetadata(new ObjectMetaBuilder().withName(name).build());
        resource.setSpec(spec);
        return resource;
    }

    boolean isRefusedByServer() {
        return failedVersion != null && failedVersion == version;
    }
}
