package io.jiyun.console.quota;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A declaration as a person writes it; amounts are still text.
 *
 * @param pools the standing quota per pool; temporary grants are not touched by editing
 * @param sharing what it shares with other bureaus; null leaves that as it is
 */
public record QuotaDraft(
        String bureauCode,
        String bureauName,
        @Nullable String parentName,
        List<PoolDraft> pools,
        List<NamespaceDraft> namespaces,
        @Nullable List<SharingDraft> sharing) {

    /** One that leaves what is shared as it is. */
    public QuotaDraft(
            String bureauCode,
            String bureauName,
            @Nullable String parentName,
            List<PoolDraft> pools,
            List<NamespaceDraft> namespaces) {
        this(bureauCode, bureauName, parentName, pools, namespaces, null);
    }

    /** The same declaration with other pools. */
    public QuotaDraft withPools(List<PoolDraft> changed) {
        return new QuotaDraft(bureauCode, bureauName, parentName, changed, namespaces, sharing);
    }

    /** The same declaration with other namespaces. */
    public QuotaDraft withNamespaces(List<NamespaceDraft> changed) {
        return new QuotaDraft(bureauCode, bureauName, parentName, pools, changed, sharing);
    }

    /** The same declaration that shares otherwise. */
    public QuotaDraft withSharing(List<SharingDraft> changed) {
        return new QuotaDraft(bureauCode, bureauName, parentName, pools, namespaces, changed);
    }

    public List<SharingDraft> sharingOrEmpty() {
        return sharing == null ? List.of() : sharing;
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

    /**
     * How far the bureau shares a pool 借用约定.
     *
     * @param borrowingLimit most it may borrow 最多借入; a resource it does not name is not borrowed
     * @param lendingLimit most it lends 最多借出; a resource it does not name is not lent
     * @param recallGraceSeconds how long a borrower keeps what this bureau comes to need itself
     *     收回宽限; null for the usual time
     */
    public record SharingDraft(
            String cloud,
            String pool,
            Map<String, String> borrowingLimit,
            Map<String, String> lendingLimit,
            @Nullable Long recallGraceSeconds) {}
}
