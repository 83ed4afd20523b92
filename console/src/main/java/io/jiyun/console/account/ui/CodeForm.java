package io.jiyun.console.account.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinResponse;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.VaadinServletResponse;
import io.jiyun.console.account.PersonAuthentication;
import io.jiyun.console.account.SignIn;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Optional;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

/** The second step of a sign-in: the code that changes every half minute. */
class CodeForm extends Div {
    private static final long serialVersionUID = 1L;

    private final TextField code = new TextField(getTranslation("login.code"));
    private final transient SignIn signIn;

    CodeForm(SignIn signIn) {
        this.signIn = signIn;
        addClassName("login-code");
        code.setHelperText(getTranslation("login.code.help"));
        code.getElement().setAttribute("autocomplete", "one-time-code");
        code.setAllowedCharPattern("[0-9]");
        code.setMaxLength(6);
        code.setAutofocus(true);
        code.setWidthFull();
        Button submit = new Button(getTranslation("login.submit"), click -> complete());
        submit.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        submit.addClickShortcut(Key.ENTER);
        submit.setWidthFull();
        add(new H2(getTranslation("login.code.title")), code, submit);
    }

    private void complete() {
        HttpServletRequest request =
                ((VaadinServletRequest) VaadinRequest.getCurrent()).getHttpServletRequest();
        Optional<PendingSignIn> pending = PendingSignIn.of(request.getSession(), Instant.now());
        if (pending.isEmpty()) {
            UI.getCurrent().getPage().setLocation("login");
            return;
        }
        try {
            PersonAuthentication person =
                    signIn.complete(pending.get().username(), code.getValue());
            person.setDetails(new WebAuthenticationDetails(request));
            enter(person, request);
        } catch (LockedException locked) {
            UI.getCurrent().getPage().setLocation("login?error=locked");
        } catch (AuthenticationException wrong) {
            code.setErrorMessage(getTranslation("login.code.wrong"));
            code.setInvalid(true);
            code.clear();
            code.focus();
        }
    }

    private static void enter(PersonAuthentication person, HttpServletRequest request) {
        // A session known before the sign-in must not become one that is signed in.
        VaadinService.reinitializeSession(VaadinRequest.getCurrent());
        PendingSignIn.drop(request.getSession());
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(person);
        new HttpSessionSecurityContextRepository()
                .saveContext(
                        context,
                        request,
                        ((VaadinServletResponse) VaadinResponse.getCurrent())
                                .getHttpServletResponse());
        UI.getCurrent().getPage().setLocation(".");
    }
}
