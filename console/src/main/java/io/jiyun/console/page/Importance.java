package io.jiyun.console.page;

import io.jiyun.quota.amount.ResourceName;
import io.jiyun.quota.amount.Resources;
import java.util.Comparator;
import java.util.List;

/** The order people look at resources in: CPU, memory, storage, pods, then the others by name. */
public final class Importance {
    private static final List<ResourceName> FIRST =
            List.of(
                    ResourceName.REQUESTS_CPU,
                    ResourceName.REQUESTS_MEMORY,
                    ResourceName.REQUESTS_STORAGE,
                    ResourceName.PODS);

    public static final Comparator<ResourceName> ORDER =
            Comparator.<ResourceName>comparingInt(
                            name -> FIRST.contains(name) ? FIRST.indexOf(name) : FIRST.size())
                    .thenComparing(Comparator.naturalOrder());

    public static List<ResourceName> names(Resources resources) {
        return resources.names().stream().sorted(ORDER).toList();
    }

    private Importance() {}
}
