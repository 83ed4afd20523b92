package io.jiyun.console.notice.internal;

import io.jiyun.api.v1alpha1.SpecViolation;
import io.jiyun.console.access.Actor;
import io.jiyun.console.audit.AuditAction;
import io.jiyun.console.audit.AuditTrail;
import io.jiyun.console.language.Sentences;
import io.jiyun.console.notice.Audience;
import io.jiyun.console.notice.ChannelState;
import io.jiyun.console.notice.NoticeKind;
import io.jiyun.console.notice.Notices;
import io.jiyun.console.notice.Webhook;
import io.jiyun.console.notice.WebhookDraft;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Changes of the ways out, each with its audit entry; no secret goes into either. */
@Component
public class ChannelChanges {
    private static final int LONGEST_NAME = 128;

    private final WebhookTable webhooks;
    private final DeliveryTable deliveries;
    private final Notices notices;
    private final AuditTrail audit;

    ChannelChanges(
            WebhookTable webhooks, DeliveryTable deliveries, Notices notices, AuditTrail audit) {
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.notices = notices;
        this.audit = audit;
    }

    public List<Webhook> webhooks() {
        return webhooks.all();
    }

    public ChannelState state() {
        return deliveries.state();
    }

    public List<SpecViolation> add(Actor actor, WebhookDraft draft) {
        List<SpecViolation> violations = new ArrayList<>();
        String name = draft.name().strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            violations.add(wrong("name", "webhook.name", LONGEST_NAME));
        }
        if (!isAddress(draft.url().strip())) {
            violations.add(wrong("url", "webhook.url", draft.url()));
        }
        if (violations.isEmpty()) {
            webhooks.insert(draft);
            audit.append(
                    actor, AuditAction.WEBHOOK_ADD, "webhook/" + name, null, draft.style().name());
        }
        return violations;
    }

    public void remove(Actor actor, String id) {
        if (webhooks.delete(id)) {
            audit.append(actor, AuditAction.WEBHOOK_REMOVE, "webhook/" + id, null, null);
        }
    }

    public void tryOut(Actor actor) {
        notices.tell(
                new Audience.Person(actor.username()),
                NoticeKind.CHANNEL_TEST,
                "channels",
                actor.displayName());
    }

    private static boolean isAddress(String text) {
        try {
            URI address = URI.create(text);
            return ("https".equals(address.getScheme()) || "http".equals(address.getScheme()))
                    && address.getHost() != null
                    && address.getUserInfo() == null;
        } catch (IllegalArgumentException none) {
            return false;
        }
    }

    private static SpecViolation wrong(String field, String key, Object argument) {
        return Sentences.violation("WebhookInvalid", field, key, argument);
    }
}
