package io.jiyun.operator.cloud;

import java.time.Instant;

/**
 * A request that a cloud's API server answered with 403 or 409, as its audit stream tells.
 *
 * @param isNamed whether the request itself gave the name; else the API server made one up
 * @param isTrial whether nothing would have been stored (a dry run)
 * @param message what the API server answered
 */
public record RefusedRequest(
        String namespace,
        String user,
        String verb,
        String subresource,
        boolean isNamed,
        boolean isTrial,
        String message,
        Instant at) {}
