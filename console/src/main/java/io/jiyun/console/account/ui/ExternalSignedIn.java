package io.jiyun.console.account.ui;

import io.jiyun.console.account.ExternalPeople;
import io.jiyun.console.account.PersonAuthentication;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

/** Puts the console's own account in the place of what the identity provider says. */
class ExternalSignedIn implements AuthenticationSuccessHandler {
    private final ExternalPeople people;
    private final AuthenticationFailureHandler failed;
    private final HttpSessionSecurityContextRepository contexts =
            new HttpSessionSecurityContextRepository();

    ExternalSignedIn(ExternalPeople people, AuthenticationFailureHandler failed) {
        this.people = people;
        this.failed = failed;
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication external)
            throws IOException, jakarta.servlet.ServletException {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        try {
            if (external.getPrincipal() instanceof OidcUser user) {
                PersonAuthentication person =
                        people.admit(
                                Objects.requireNonNull(user.getIssuer()).toString(),
                                Objects.requireNonNull(user.getSubject()),
                                user.getClaims());
                person.setDetails(external.getDetails());
                context.setAuthentication(person);
            }
            SecurityContextHolder.setContext(context);
            contexts.saveContext(context, request, response);
            response.sendRedirect(request.getContextPath() + "/");
        } catch (AuthenticationException refused) {
            SecurityContextHolder.setContext(context);
            contexts.saveContext(context, request, response);
            failed.onAuthenticationFailure(request, response, refused);
        }
    }
}
