package io.jiyun.console.bureau.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.treegrid.TreeGrid;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.jiyun.console.bureau.Bureau;
import io.jiyun.console.bureau.BureauAdministration;
import io.jiyun.console.bureau.BureauService;
import io.jiyun.console.page.PageHeader;
import io.jiyun.console.shell.MainLayout;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** The register of bureaus as a tree: 厅局 and what belongs to them. */
@Route(value = "bureaus", layout = MainLayout.class)
@RolesAllowed({"SYSTEM_ADMIN", "CLOUD_ADMIN"})
class BureausView extends Div implements HasDynamicTitle {
    private static final long serialVersionUID = 1L;
    private static final int AT_MOST = 5_000;

    private final transient BureauService bureaus;
    private final transient BureauAdministration administration;
    private final TreeGrid<Bureau> tree = new TreeGrid<>();

    BureausView(BureauService bureaus, BureauAdministration administration) {
        this.bureaus = bureaus;
        this.administration = administration;
        addClassNames("page", "fills");
        setId("content");
        tree.addHierarchyColumn(Bureau::name).setHeader(getTranslation("bureau.name"));
        tree.addColumn(Bureau::code).setHeader(getTranslation("create.code"));
        tree.addColumn(new ComponentRenderer<>(this::change)).setWidth("110px").setFlexGrow(0);
        tree.setSizeFull();
        tree.setEmptyStateText(getTranslation("bureau.empty"));
        Button add =
                new Button(
                        getTranslation("bureau.register"),
                        VaadinIcon.PLUS.create(),
                        click -> dialog(null).open());
        add.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        add(
                new PageHeader(getTranslation("bureau.title"), getTranslation("bureau.answers"))
                        .with(add),
                tree);
        show();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("bureau.title") + " · 集云 Jiyun";
    }

    private void show() {
        List<Bureau> all = bureaus.page("", 0, AT_MOST);
        Set<String> codes = all.stream().map(Bureau::code).collect(Collectors.toSet());
        Map<String, List<Bureau>> children =
                all.stream()
                        .filter(bureau -> codes.contains(bureau.parentCode()))
                        .collect(
                                Collectors.groupingBy(
                                        bureau -> Objects.requireNonNull(bureau.parentCode())));
        List<Bureau> roots =
                all.stream().filter(bureau -> !codes.contains(bureau.parentCode())).toList();
        tree.setItems(roots, bureau -> children.getOrDefault(bureau.code(), List.of()));
        tree.expandRecursively(roots, 2);
    }

    private Button change(Bureau bureau) {
        Button change = new Button(getTranslation("bureau.change"), click -> dialog(bureau).open());
        change.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        change.setAriaLabel(getTranslation("bureau.change") + " " + bureau.name());
        return change;
    }

    private BureauDialog dialog(@org.jspecify.annotations.Nullable Bureau bureau) {
        return new BureauDialog(bureau, bureaus, administration, this::show);
    }
}
