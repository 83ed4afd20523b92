package io.jiyun.console.request;

import java.time.Instant;

/** An attached file, without its content. */
public record DocumentLine(
        String id,
        String name,
        String mediaType,
        long size,
        String sha256,
        String uploadedBy,
        Instant uploadedAt) {}
