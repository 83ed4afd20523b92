package io.jiyun.console.notice;

import io.jiyun.api.v1alpha1.SpecViolation;
import io.jiyun.console.access.AllowedTo;
import io.jiyun.console.access.CurrentActor;
import io.jiyun.console.access.Role;
import io.jiyun.console.notice.internal.ChannelChanges;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where notices go besides the pages; a matter of the system administrator. */
@Service
public class NoticeChannels {
    private final ChannelChanges changes;
    private final CurrentActor current;

    NoticeChannels(ChannelChanges changes, CurrentActor current) {
        this.changes = changes;
        this.current = current;
    }

    @AllowedTo(Role.SYSTEM_ADMIN)
    @Transactional(readOnly = true)
    public List<Webhook> webhooks() {
        return changes.webhooks();
    }

    @AllowedTo(Role.SYSTEM_ADMIN)
    @Transactional(readOnly = true)
    public ChannelState state() {
        return changes.state();
    }

    /** Adds a webhook; answers what is wrong with it, nothing when it was added. */
    @AllowedTo(Role.SYSTEM_ADMIN)
    @Transactional
    public List<SpecViolation> add(WebhookDraft draft) {
        return changes.add(current.require(), draft);
    }

    @AllowedTo(Role.SYSTEM_ADMIN)
    @Transactional
    public void remove(String id) {
        changes.remove(current.require(), id);
    }

    /** Sends a trial message over every channel, to the person who asks and all webhooks. */
    @AllowedTo(Role.SYSTEM_ADMIN)
    @Transactional
    public void tryOut() {
        changes.tryOut(current.require());
    }
}
