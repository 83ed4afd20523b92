package io.jiyun.console.notice;

import org.jspecify.annotations.Nullable;

/**
 * A webhook as the system administrator writes it.
 *
 * @param secret null for messages without a signature
 */
public record WebhookDraft(String name, Webhook.Style style, String url, @Nullable String secret) {
    @Override
    public String toString() {
        return "WebhookDraft[" + name + "]";
    }
}
