package io.jiyun.console.audit.ui;

import com.vaadin.flow.component.html.Div;
import io.jiyun.console.audit.AuditVerdict;
import io.jiyun.console.page.Notice;
import io.jiyun.console.page.Status;
import java.util.Locale;

/** What came of recomputing the chain. */
class VerdictLine extends Div {
    private static final long serialVersionUID = 1L;

    void show(AuditVerdict verdict) {
        removeAll();
        add(
                switch (verdict) {
                    case AuditVerdict.Intact(long entries, String head) ->
                            Notice.of(Status.GOOD, getTranslation("audit.intact", entries, head));
                    case AuditVerdict.Broken(long sequence, AuditVerdict.Damage damage) ->
                            Notice.of(
                                    Status.BAD,
                                    getTranslation(
                                            "audit.broken."
                                                    + damage.name().toLowerCase(Locale.ROOT),
                                            sequence));
                });
    }
}
