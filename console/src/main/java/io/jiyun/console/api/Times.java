package io.jiyun.console.api;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** Moments as the API writes them: with the offset of the province. */
final class Times {
    private static final ZoneId PROVINCE = ZoneId.of("Asia/Shanghai");

    private Times() {}

    static OffsetDateTime written(Instant moment) {
        return moment.atZone(PROVINCE).toOffsetDateTime();
    }

    static @Nullable OffsetDateTime writtenOrNull(@Nullable Instant moment) {
        return moment == null ? null : written(moment);
    }
}
