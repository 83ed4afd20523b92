package io.jiyun.console.audit;

/**
 * Which entries to show.
 *
 * @param text part of actor, action or subject; empty for all
 */
public record AuditFilter(String text) {
    public static final AuditFilter ALL = new AuditFilter("");
}
