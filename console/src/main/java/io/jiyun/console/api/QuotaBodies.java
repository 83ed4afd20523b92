package io.jiyun.console.api;

import io.jiyun.console.quota.Pressure;
import io.jiyun.console.quota.QuotaChangeLine;
import io.jiyun.console.quota.QuotaDetail;
import io.jiyun.console.quota.QuotaDraft;
import io.jiyun.console.quota.QuotaDraft.NamespaceDraft;
import io.jiyun.console.quota.QuotaDraft.PoolDraft;
import io.jiyun.console.quota.QuotaDraft.SharingDraft;
import io.jiyun.console.quota.QuotaPreview;
import io.jiyun.console.quota.QuotaPreview.ResourcePreview;
import io.jiyun.console.quota.QuotaRow;
import io.jiyun.console.quota.SyncState;
import io.jiyun.quota.amount.Amount;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the API reads and writes about quotas. Quantities are Kubernetes strings. */
final class QuotaBodies {
    private QuotaBodies() {}

    /** A bureau as named in a quota. */
    record BureauBody(@Nullable String code, @Nullable String name) {}

    /** Standing quota in one pool. */
    record PoolBody(
            @Nullable String cloud,
            @Nullable String pool,
            @Nullable Map<String, @Nullable String> resources) {}

    /** A namespace and the bounds of its slice. */
    record NamespaceBody(
            @Nullable String name,
            @Nullable String cloud,
            @Nullable String pool,
            @Nullable Integer weight,
            @Nullable Map<String, @Nullable String> min,
            @Nullable Map<String, @Nullable String> max) {}

    /**
     * What is asked for. In a PATCH, what is left out stays as it is.
     *
     * @param sharing left out in any case: as it is; an empty list shares nothing any more
     */
    @Schema(
            example =
                    """
                    {"name": "health", "bureau": {"code": "11530000MB0X01", "name": "云江省卫生健康委员会"},
                     "pools": [{"cloud": "provincial", "pool": "gov-x86",
                                "resources": {"requests.cpu": "40", "requests.memory": "160Gi"}}],
                     "namespaces": [{"name": "health-prod", "cloud": "provincial",
                                     "pool": "gov-x86", "weight": 2}],
                     "sharing": [{"cloud": "provincial", "pool": "gov-x86",
                                  "borrowingLimit": {"requests.cpu": "10"},
                                  "lendingLimit": {"requests.cpu": "20"},
                                  "recallGraceSeconds": 900}],
                     "reason": "依据批复扩容"}
                    """)
    record QuotaBody(
            @Nullable String name,
            @Nullable BureauBody bureau,
            @Nullable String parentName,
            @Nullable List<PoolBody> pools,
            @Nullable List<NamespaceBody> namespaces,
            @Nullable List<SharingBody> sharing,
            @Nullable String reason) {}

    /** A decision taken. */
    record Accepted(String changeId, long version, SyncState state) {}

    /** A quota in a list. */
    record Summary(
            String name,
            BureauBody bureau,
            @Nullable String parentName,
            long version,
            SyncState state,
            Pressure pressure,
            @Nullable Integer pressurePercent,
            Map<String, String> quota,
            @Nullable Map<String, String> used,
            int namespaces,
            Set<String> conditions,
            OffsetDateTime changedAt) {
        static Summary of(QuotaRow row) {
            return new Summary(
                    row.name(),
                    new BureauBody(row.bureauCode(), row.bureauName()),
                    row.parentName(),
                    row.version(),
                    row.state(),
                    row.pressure(),
                    row.pressurePercent(),
                    row.quota().print(),
                    CloudApi.print(row.used()),
                    row.namespaces(),
                    row.conditions(),
                    Times.written(row.changedAt()));
        }
    }

    /** The quota in one pool. */
    record PoolFigures(
            String cloud,
            String pool,
            Map<String, String> decided,
            @Nullable Map<String, String> hard,
            @Nullable Map<String, String> granted,
            @Nullable Map<String, String> used,
            @Nullable Map<String, String> available,
            Map<String, String> borrowed,
            Map<String, String> lent) {
        static PoolFigures of(QuotaDetail.PoolQuota quota) {
            return new PoolFigures(
                    quota.pool().cloud(),
                    quota.pool().pool(),
                    quota.decided().print(),
                    CloudApi.print(quota.hard()),
                    CloudApi.print(quota.granted()),
                    CloudApi.print(quota.used()),
                    CloudApi.print(quota.available()),
                    quota.borrowed().print(),
                    quota.lent().print());
        }
    }

    /** The slice on one namespace. */
    record SliceFigures(
            String name,
            String cloud,
            String pool,
            int weight,
            @Nullable Map<String, String> granted,
            @Nullable Map<String, String> hard,
            @Nullable Map<String, String> used) {
        static SliceFigures of(QuotaDetail.Slice slice) {
            return new SliceFigures(
                    slice.namespace(),
                    slice.pool().cloud(),
                    slice.pool().pool(),
                    slice.weight(),
                    CloudApi.print(slice.granted()),
                    CloudApi.print(slice.hard()),
                    CloudApi.print(slice.used()));
        }
    }

    /** Everything about one quota. */
    record Full(
            Summary summary,
            boolean owned,
            List<PoolDraft> standing,
            List<NamespaceDraft> declared,
            List<SharingDraft> sharing,
            List<PoolFigures> pools,
            List<SliceFigures> namespaces,
            List<Grant> grants,
            List<ConditionBody> conditions,
            List<Message> violations,
            List<ShortageBody> shortages,
            List<LoanBody> loans,
            @Nullable String failure) {}

    /** One change by a person. */
    record Change(
            String changeId,
            long version,
            String kind,
            String actor,
            OffsetDateTime at,
            String reason,
            @Nullable QuotaDraft before,
            QuotaDraft after) {
        static Change of(QuotaChangeLine line) {
            return new Change(
                    line.changeId(),
                    line.version(),
                    line.kind(),
                    line.actor(),
                    Times.written(line.at()),
                    line.reason(),
                    line.before(),
                    line.after());
        }
    }

    /** An approved amount. */
    record Grant(
            String requestId,
            String cloud,
            String pool,
            Map<String, String> resources,
            @Nullable OffsetDateTime validFrom,
            @Nullable OffsetDateTime validUntil,
            boolean valid) {
        static Grant of(QuotaDetail.GrantLine line) {
            return new Grant(
                    line.requestId(),
                    line.pool().cloud(),
                    line.pool().pool(),
                    line.resources().print(),
                    Times.writtenOrNull(line.validFrom()),
                    Times.writtenOrNull(line.validUntil()),
                    line.valid());
        }
    }

    /** One resource of one pool before and after. */
    record Line(
            String cloud,
            String pool,
            String resource,
            @Nullable String before,
            @Nullable String after,
            @Nullable String used,
            @Nullable String allocatable,
            @Nullable String left,
            boolean fits,
            boolean belowUse) {
        static Line of(QuotaPreview.PoolPreview pool, ResourcePreview line) {
            return new Line(
                    pool.pool().cloud(),
                    pool.pool().pool(),
                    line.resource().value(),
                    print(line.before()),
                    print(line.after()),
                    print(line.used()),
                    print(line.allocatable()),
                    print(line.leftForThis()),
                    line.fits(),
                    line.belowUse());
        }

        private static @Nullable String print(@Nullable Amount amount) {
            return amount == null ? null : amount.print();
        }
    }
}
