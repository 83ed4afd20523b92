package io.jiyun.console.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.server.VaadinSession;
import io.jiyun.console.PageTests;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class FrameTest extends PageTests {

    @Test
    void aHubThatIsAwayIsSaidOnEveryPageWithWhatStillWorks() {
        cluster().goesAway();
        navigate("quotas", Component.class);
        assertThat(find(HubBanner.class).single().isVisible()).isTrue();
        assertThat(read()).contains("仍可查询和提交");
    }

    @Test
    void aHubThatAnswersIsNotMentioned() {
        navigate("quotas", Component.class);
        assertThat(find(AppLayout.class).exists()).isTrue();
        assertThat(read()).doesNotContain("仍可查询和提交");
    }

    @Test
    void theWholePageFollowsTheLanguageOfTheSession() {
        navigate("", Component.class);
        VaadinSession.getCurrent().setLocale(Locale.ENGLISH);
        UI.getCurrent().setLocale(Locale.ENGLISH);
        navigate("quotas/new", Component.class);
        assertThat(read()).contains("New quota").doesNotContain("新建配额");
    }
}
