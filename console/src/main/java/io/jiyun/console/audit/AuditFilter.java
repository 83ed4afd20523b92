package io.jiyun.console.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which entries to show.
 *
 * @param text part of actor, action or subject; empty for all
 * @param from first moment; null for no bound
 * @param until first moment no longer wanted; null for no bound
 */
public record AuditFilter(String text, @Nullable Instant from, @Nullable Instant until) {
    public static final AuditFilter ALL = new AuditFilter("");

    public AuditFilter(String text) {
        this(text, null, null);
    }
}
