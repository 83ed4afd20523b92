package io.jiyun.console.api;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How far the bureau is to share a pool with others.
 *
 * @param recallGraceSeconds null for the usual time
 */
record SharingBody(
        @Nullable String cloud,
        @Nullable String pool,
        @Nullable Map<String, @Nullable String> borrowingLimit,
        @Nullable Map<String, @Nullable String> lendingLimit,
        @Nullable Long recallGraceSeconds) {}
