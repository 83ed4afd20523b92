package io.jiyun.console.api;

import io.jiyun.console.access.Actor;
import io.jiyun.console.account.AccountService;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** What the request asks for, else what the person prefers, else Chinese. */
@Component
class CallerLanguage {
    private final AccountService accounts;

    CallerLanguage(AccountService accounts) {
        this.accounts = accounts;
    }

    Locale of(HttpServletRequest request) {
        Authentication caller = SecurityContextHolder.getContext().getAuthentication();
        boolean known = caller != null && caller.getPrincipal() instanceof Actor;
        if (request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) == null && known) {
            return accounts.preferences().locale();
        }
        return RequestLanguage.of(request);
    }
}
