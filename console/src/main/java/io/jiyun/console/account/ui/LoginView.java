package io.jiyun.console.account.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.login.LoginForm;
import com.vaadin.flow.component.login.LoginI18n;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.jiyun.console.account.OidcProperties;
import io.jiyun.console.account.SignIn;
import io.jiyun.console.page.Notice;
import io.jiyun.console.page.Status;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Sign-in. */
@Route("login")
@AnonymousAllowed
class LoginView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1L;
    private static final String ERROR = "error";

    private final LoginForm form = new LoginForm();
    private final Div obstacle = new Div();
    private final Div step = new Div(form);
    private final transient SignIn signIn;

    LoginView(SignIn signIn, OidcProperties oidc) {
        this.signIn = signIn;
        addClassName("login");
        form.setAction("login");
        form.setForgotPasswordButtonVisible(false);
        form.setI18n(texts());
        H1 name = new H1("集云");
        Paragraph what = new Paragraph(getTranslation("login.what"));
        Div card = new Div(name, what, obstacle, step);
        if (oidc.isConfigured()) {
            Anchor external =
                    new Anchor(
                            "oauth2/authorization/" + ProvinceIdentity.ID,
                            getTranslation("login.external", oidc.name()));
            external.setRouterIgnore(true);
            external.addClassName("login-external");
            card.add(external);
        }
        Anchor change = new Anchor("password", getTranslation("password.change"));
        Div others = new Div(change, language());
        others.addClassName("login-others");
        card.add(others);
        card.addClassName("login-card");
        add(card);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Map<String, List<String>> parameters =
                event.getLocation().getQueryParameters().getParameters();
        String error = parameters.getOrDefault(ERROR, List.of("")).getFirst();
        obstacle.removeAll();
        if (Obstacles.are(error)) {
            obstacle.add(Notice.of(Status.WATCH, getTranslation("login.error." + error)));
        } else {
            form.setError(parameters.containsKey(ERROR));
        }
        if (parameters.containsKey("step")) {
            step.removeAll();
            step.add(new CodeForm(signIn));
        }
    }

    @Override
    public String getPageTitle() {
        return getTranslation("login.title") + " · 集云 Jiyun";
    }

    private LoginI18n texts() {
        LoginI18n texts = LoginI18n.createDefault();
        texts.getForm().setTitle(getTranslation("login.title"));
        texts.getForm().setUsername(getTranslation("login.username"));
        texts.getForm().setPassword(getTranslation("login.password"));
        texts.getForm().setSubmit(getTranslation("login.submit"));
        texts.getErrorMessage().setTitle(getTranslation("login.failed"));
        texts.getErrorMessage().setMessage(getTranslation("login.failed.remedy"));
        texts.getErrorMessage().setUsername(getTranslation("login.username.required"));
        texts.getErrorMessage().setPassword(getTranslation("login.password.required"));
        return texts;
    }

    private Button language() {
        boolean english = getLocale().getLanguage().equals(Locale.ENGLISH.getLanguage());
        Button other =
                new Button(
                        english ? "中文" : "English",
                        click -> {
                            VaadinSession.getCurrent()
                                    .setLocale(
                                            english ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH);
                            UI.getCurrent().getPage().reload();
                        });
        other.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        return other;
    }
}
