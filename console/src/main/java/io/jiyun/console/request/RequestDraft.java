package io.jiyun.console.request;

/**
 * A request as a person writes it.
 *
 * @param quota name of the quota it concerns
 */
public record RequestDraft(String quota, RequestContent content, String reason) {}
