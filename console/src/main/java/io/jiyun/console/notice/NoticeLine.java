package io.jiyun.console.notice;

import java.time.Instant;
import java.util.List;

/**
 * A notice as its reader sees it.
 *
 * @param arguments texts for the sentence of the kind
 */
public record NoticeLine(
        long id,
        NoticeKind kind,
        List<String> arguments,
        String link,
        Instant createdAt,
        boolean read) {}
