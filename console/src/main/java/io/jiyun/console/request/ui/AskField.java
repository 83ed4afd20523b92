package io.jiyun.console.request.ui;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import io.jiyun.console.page.Figures;
import io.jiyun.console.quota.QuotaDetail.PoolQuota;
import io.jiyun.quota.amount.ResourceName;
import io.jiyun.quota.amount.Unit;
import org.jspecify.annotations.Nullable;

/** By how much one resource is to change; a bare number of bytes is meant in GiB. */
final class AskField extends TextField {
    private static final long serialVersionUID = 1L;

    private final transient ResourceName resource;

    AskField(ResourceName resource) {
        this.resource = resource;
        setLabel(Figures.in(getLocale()).resource(resource));
        setSuffixComponent(
                new Span(
                        switch (resource.unit()) {
                            case MILLICORE -> getTranslation("unit.cores");
                            case BYTE -> "GiB";
                            case COUNT -> getTranslation("unit.count");
                        }));
        setWidthFull();
    }

    ResourceName resource() {
        return resource;
    }

    /** Says beside the field what there is and what is used. */
    void tell(@Nullable PoolQuota quota) {
        Figures figures = Figures.in(getLocale());
        setHelperText(
                quota == null
                        ? ""
                        : getTranslation(
                                "ask.now",
                                figures.amount(quota.decided().get(resource)),
                                figures.amount(
                                        quota.used() == null
                                                ? null
                                                : quota.used().orZero(resource))));
    }

    /** A Kubernetes quantity; empty when nothing is asked. */
    String quantity() {
        String text = getValue().strip();
        boolean bare = resource.unit() == Unit.BYTE && text.matches("[0-9]+([.][0-9]+)?");
        return bare ? text + "Gi" : text;
    }

    void show(String quantity) {
        setValue(
                resource.unit() == Unit.BYTE && quantity.endsWith("Gi")
                        ? quantity.substring(0, quantity.length() - 2)
                        : quantity);
    }
}
