package io.jiyun.console.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.springframework.http.HttpHeaders;

/** The language a request asks for; Chinese unless it says otherwise. */
final class RequestLanguage {
    private RequestLanguage() {}

    static Locale of(HttpServletRequest request) {
        if (request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) == null) {
            return Locale.SIMPLIFIED_CHINESE;
        }
        return request.getLocale().getLanguage().equals(Locale.ENGLISH.getLanguage())
                ? Locale.ENGLISH
                : Locale.SIMPLIFIED_CHINESE;
    }
}
