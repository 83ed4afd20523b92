package io.jiyun.console.quota.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;

/** The list with nothing opened beside it. */
@Route(value = "quotas", layout = QuotasLayout.class)
@RolesAllowed({"CLOUD_ADMIN", "BUREAU_CLERK", "BUREAU_HEAD", "FINANCE", "AUDITOR"})
class QuotasView extends Div implements HasDynamicTitle {
    private static final long serialVersionUID = 1L;

    @Override
    public String getPageTitle() {
        return getTranslation("quotas.title") + " · 集云 Jiyun";
    }
}
