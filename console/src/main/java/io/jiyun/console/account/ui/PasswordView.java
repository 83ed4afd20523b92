package io.jiyun.console.account.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.jiyun.api.v1alpha1.SpecViolation;
import io.jiyun.console.account.PasswordPolicy;
import io.jiyun.console.account.SignIn;
import io.jiyun.console.language.Sentences;
import io.jiyun.console.page.Notice;
import io.jiyun.console.page.Status;
import java.util.List;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.core.AuthenticationException;

/** Changing a password, also one that has expired and so lets nobody in any more. */
@Route("password")
@AnonymousAllowed
class PasswordView extends Div implements HasDynamicTitle {
    private static final long serialVersionUID = 1L;

    private final TextField username = new TextField(getTranslation("login.username"));
    private final PasswordField old = new PasswordField(getTranslation("password.old"));
    private final PasswordField replacement = new PasswordField(getTranslation("password.new"));
    private final PasswordField repeated = new PasswordField(getTranslation("password.again"));
    private final TextField code = new TextField(getTranslation("password.code"));
    private final Div answer = new Div();
    private final transient SignIn signIn;

    PasswordView(SignIn signIn) {
        this.signIn = signIn;
        addClassName("login");
        username.getElement().setAttribute("autocomplete", "username");
        old.getElement().setAttribute("autocomplete", "current-password");
        replacement.getElement().setAttribute("autocomplete", "new-password");
        replacement.setHelperText(
                getTranslation(
                        "password.rules",
                        PasswordPolicy.LEAST_LENGTH,
                        PasswordPolicy.REMEMBERED,
                        PasswordPolicy.VALIDITY.toDays()));
        repeated.getElement().setAttribute("autocomplete", "new-password");
        code.setHelperText(getTranslation("password.code.help"));
        Button submit = new Button(getTranslation("password.change"), click -> change());
        submit.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        submit.addClickShortcut(Key.ENTER);
        Anchor back = new Anchor("login", getTranslation("password.back"));
        back.setRouterIgnore(true);
        Div card =
                new Div(
                        new H1("集云"),
                        new Paragraph(getTranslation("password.title")),
                        answer,
                        username,
                        old,
                        replacement,
                        repeated,
                        code,
                        submit,
                        back);
        card.addClassNames("login-card", "stacked");
        add(card);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("password.title") + " · 集云 Jiyun";
    }

    private void change() {
        answer.removeAll();
        if (!replacement.getValue().equals(repeated.getValue())) {
            repeated.setErrorMessage(getTranslation("password.differs"));
            repeated.setInvalid(true);
            return;
        }
        repeated.setInvalid(false);
        try {
            String typed = code.getValue().strip();
            List<SpecViolation> violations =
                    signIn.changePassword(
                            username.getValue().strip(),
                            old.getValue(),
                            typed.isEmpty() ? null : typed,
                            replacement.getValue());
            answer.add(
                    violations.isEmpty()
                            ? Notice.of(Status.GOOD, getTranslation("password.changed"))
                            : Notice.of(
                                    Status.BAD,
                                    getTranslation("password.refused"),
                                    Sentences.of(violations, getLocale())));
        } catch (LockedException locked) {
            answer.add(Notice.of(Status.BAD, getTranslation("login.error.locked")));
        } catch (AuthenticationException wrong) {
            answer.add(Notice.of(Status.BAD, getTranslation("password.wrong")));
        }
    }
}
