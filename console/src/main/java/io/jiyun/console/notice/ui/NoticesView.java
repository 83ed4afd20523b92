package io.jiyun.console.notice.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.data.provider.DataProvider;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.jiyun.console.language.Sentences;
import io.jiyun.console.notice.NoticeLine;
import io.jiyun.console.notice.NoticeService;
import io.jiyun.console.page.Figures;
import io.jiyun.console.page.PageHeader;
import io.jiyun.console.shell.MainLayout;
import jakarta.annotation.security.PermitAll;

/** What the person was told, newest first. */
@Route(value = "notices", layout = MainLayout.class)
@PermitAll
class NoticesView extends Div implements HasDynamicTitle {
    private static final long serialVersionUID = 1L;

    NoticesView(NoticeService notices) {
        addClassNames("page", "fills");
        setId("content");
        Grid<NoticeLine> grid = new Grid<>();
        grid.addThemeVariants(GridVariant.LUMO_COMPACT);
        grid.addClassName("rows-36");
        grid.setSizeFull();
        grid.addColumn(line -> Figures.moment(line.createdAt()))
                .setHeader(getTranslation("notice.at"))
                .setWidth("150px")
                .setFlexGrow(0);
        grid.addColumn(new ComponentRenderer<>(this::sentence))
                .setHeader(getTranslation("notice.what"));
        grid.setPartNameGenerator(line -> line.read() ? null : "unread");
        grid.setEmptyStateText(getTranslation("notice.empty"));
        grid.setDataProvider(
                DataProvider.fromCallbacks(
                        query -> notices.page(query.getOffset(), query.getLimit()).stream(),
                        query -> Math.toIntExact(notices.count())));
        Button read =
                new Button(
                        getTranslation("notice.read.all"),
                        VaadinIcon.CHECK.create(),
                        click -> {
                            notices.markAllRead();
                            grid.getDataProvider().refreshAll();
                        });
        add(
                new PageHeader(getTranslation("notice.title"), getTranslation("notice.answers"))
                        .with(read),
                grid);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("notice.title") + " · 集云 Jiyun";
    }

    private Anchor sentence(NoticeLine line) {
        return new Anchor(
                line.link(),
                Sentences.in(
                        getLocale(), "notice." + line.kind().name(), line.arguments().toArray()));
    }
}
