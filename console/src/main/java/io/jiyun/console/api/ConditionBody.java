package io.jiyun.console.api;

import io.jiyun.console.quota.QuotaDetail;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** A condition as the operator set it. */
record ConditionBody(
        String type, String status, String reason, String message, @Nullable OffsetDateTime since) {
    static ConditionBody of(QuotaDetail.ConditionLine line) {
        return new ConditionBody(
                line.type(),
                line.status(),
                line.reason(),
                line.message(),
                Times.writtenOrNull(line.since()));
    }
}
