package io.jiyun.console.account.ui;

import io.jiyun.console.account.ExternalSignInRefused;
import io.jiyun.console.account.SignInRefused;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.Locale;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/** Leads back to the sign-in page, which then says what is in the way or asks for the code. */
class SignInFailed implements AuthenticationFailureHandler {
    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request,
            HttpServletResponse response,
            AuthenticationException failure)
            throws IOException {
        String query =
                switch (failure) {
                    case SignInRefused refused when refused.why() == SignInRefused.Why.CODE -> {
                        PendingSignIn.keep(
                                request.getSession(),
                                String.valueOf(request.getParameter("username")),
                                Instant.now());
                        yield "step=code";
                    }
                    case SignInRefused refused -> "error=" + lower(refused.why().name());
                    case ExternalSignInRefused refused ->
                            "error=external-" + lower(refused.why().name());
                    case LockedException locked -> "error=locked";
                    case DisabledException disabled -> "error=disabled";
                    default -> "error";
                };
        response.sendRedirect(request.getContextPath() + "/login?" + query);
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
