package io.jiyun.console.api;

import io.jiyun.api.v1alpha1.SpecViolation;
import io.jiyun.console.account.SignInRefused;
import io.jiyun.console.language.Sentences;
import io.jiyun.console.quota.QuotaNotFound;
import io.jiyun.console.request.RequestNotFound;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Every failure as {@code application/problem+json}, in the language of the caller. */
@RestControllerAdvice(basePackageClasses = Problems.class)
class Problems {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    private final CallerLanguage language;

    Problems(CallerLanguage language) {
        this.language = language;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> badRequest(BadRequest e, HttpServletRequest request) {
        return refused(HttpStatus.BAD_REQUEST, e.violations(), request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unreadable(
            HttpMessageNotReadableException e, HttpServletRequest request) {
        return problem(HttpStatus.BAD_REQUEST, "api.unreadable", request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> mistyped(
            MethodArgumentTypeMismatchException e, HttpServletRequest request) {
        return problem(
                HttpStatus.BAD_REQUEST,
                "api.invalid-parameter",
                request,
                e.getName(),
                String.valueOf(e.getValue()));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> notFound(QuotaNotFound e, HttpServletRequest request) {
        return problem(HttpStatus.NOT_FOUND, "quota.not-found", request, e.quota());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> notFound(NotFound e, HttpServletRequest request) {
        return problem(HttpStatus.NOT_FOUND, e.noun(), request, e.name());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> notFound(RequestNotFound e, HttpServletRequest request) {
        return problem(HttpStatus.NOT_FOUND, "request.not-found", request, e.number());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> denied(AccessDeniedException e, HttpServletRequest request) {
        return problem(HttpStatus.FORBIDDEN, "api.forbidden", request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> halfway(SignInRefused e, HttpServletRequest request) {
        return problem(
                HttpStatus.UNAUTHORIZED,
                "api.sign-in." + e.why().name().toLowerCase(Locale.ROOT),
                request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unknown(AuthenticationException e, HttpServletRequest request) {
        return problem(HttpStatus.UNAUTHORIZED, "api.wrong-password", request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> other(Exception e, HttpServletRequest request) {
        if (e instanceof ErrorResponse response) {
            return problem(
                    response.getStatusCode(),
                    "api.not-possible",
                    request,
                    request.getMethod(),
                    request.getRequestURI());
        }
        LOG.error("{} {} failed", request.getMethod(), request.getRequestURI(), e);
        return problem(HttpStatus.INTERNAL_SERVER_ERROR, "api.fault", request);
    }

    /** A refusal with everything that is wrong. */
    ResponseEntity<ProblemDetail> refused(
            HttpStatus status, List<SpecViolation> violations, HttpServletRequest request) {
        Locale locale = language.of(request);
        ProblemDetail problem =
                ProblemDetail.forStatusAndDetail(
                        status,
                        violations.size() == 1
                                ? Sentences.of(violations.getFirst(), locale)
                                : Sentences.in(locale, "api.violations", violations.size()));
        problem.setProperty("violations", Message.of(violations, locale));
        return answer(problem);
    }

    ResponseEntity<ProblemDetail> problem(
            HttpStatusCode status, String key, HttpServletRequest request, Object... arguments) {
        return answer(
                ProblemDetail.forStatusAndDetail(
                        status, Sentences.in(language.of(request), key, arguments)));
    }

    private static ResponseEntity<ProblemDetail> answer(ProblemDetail problem) {
        return ResponseEntity.status(problem.getStatus())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
