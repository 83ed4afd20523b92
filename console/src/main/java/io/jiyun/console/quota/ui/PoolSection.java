package io.jiyun.console.quota.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.icon.VaadinIcon;
import io.jiyun.console.quota.QuotaDraft.PoolDraft;
import io.jiyun.console.quota.QuotaDraft.SharingDraft;
import io.jiyun.quota.tree.PoolKey;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The standing quota in one pool: an amount per resource, and how far it is shared. */
final class PoolSection extends Section {
    private static final long serialVersionUID = 1L;

    private final PoolKey pool;
    private final AmountFields amounts;
    private final SharingFields sharing;

    PoolSection(
            PoolDraft draft, @Nullable SharingDraft shared, Runnable onChange, Runnable onRemove) {
        pool = new PoolKey(draft.cloud(), draft.pool());
        addClassName("card");
        Button remove = new Button(VaadinIcon.TRASH.create(), click -> onRemove.run());
        remove.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        remove.setAriaLabel(getTranslation("pool.remove", pool));
        remove.setTooltipText(getTranslation("pool.remove", pool));
        Div head = new Div(new H3(pool.toString()), remove);
        head.addClassName("card-head");
        amounts = new AmountFields("", draft.resources(), onChange);
        sharing = new SharingFields(pool, shared, onChange);
        add(head, amounts, sharing);
    }

    PoolKey pool() {
        return pool;
    }

    /** What is written; an emptied field no longer limits its resource. */
    PoolDraft draft() {
        return new PoolDraft(pool.cloud(), pool.pool(), amounts.amounts());
    }

    Optional<SharingDraft> sharing() {
        return sharing.draft();
    }

    /** Shows at each field what is wrong with it; by the field's name within the pool. */
    void showErrors(Map<String, String> ofQuota, Map<String, String> ofSharing) {
        amounts.showErrors(ofQuota);
        sharing.showErrors(ofSharing);
    }
}
