package io.jiyun.console.shell;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.component.page.Viewport;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.theme.aura.Aura;
import org.springframework.stereotype.Component;

/** The HTML page all views live in. */
@Component
@Push
@StyleSheet(Aura.STYLESHEET)
@StyleSheet("jiyun/jiyun.css")
@Viewport("width=device-width, initial-scale=1")
class PageShell implements AppShellConfigurator {
    private static final long serialVersionUID = 1L;

    @Override
    public void configurePage(AppShellSettings settings) {
        settings.addFavIcon("icon", "jiyun/mark.svg", "any");
    }
}
