package io.jiyun.console.quota;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A declaration as a person writes it; amounts are still text.
 *
 * @param pools the standing quota per pool; temporary grants are not touched by editing
 */
public record QuotaDraft(
        String bureauCode,
        String bureauName,
        @Nullable String parentName,
        List<PoolDraft> pools,
        List<NamespaceDraft> namespaces) {

    /** The same declaration with other pools. */
    public QuotaDraft withPools(List<PoolDraft> changed) {
        return new QuotaDraft(bureauCode, bureauName, parentName, changed, namespaces);
    }

    /** The same declaration with other namespaces. */
    public QuotaDraft withNamespaces(List<NamespaceDraft> changed) {
        return new QuotaDraft(bureauCode, bureauName, parentName, pools, changed);
    }

    /** Standing quota in one pool: quantities as text, by resource name. */
    public record PoolDraft(String cloud, String pool, Map<String, String> resources) {}

    /** A namespace and the bounds of its slice; an empty map sets no bound. */
    public record NamespaceDraft(
            String name,
            String cloud,
            String pool,
            @Nullable Integer weight,
            Map<String, String> min,
            Map<String, String> max) {
        public NamespaceDraft(String name, String cloud, String pool) {
            this(name, cloud, pool, null, Map.of(), Map.of());
        }
    }
}
