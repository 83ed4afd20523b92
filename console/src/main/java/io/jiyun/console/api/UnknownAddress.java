package io.jiyun.console.api;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Addresses below /api that nothing else answers; without this they would show a page. */
@RestController
class UnknownAddress {
    private final Problems problems;

    UnknownAddress(Problems problems) {
        this.problems = problems;
    }

    @RequestMapping("/api/**")
    ResponseEntity<ProblemDetail> unknown(HttpServletRequest request) {
        return problems.problem(
                HttpStatus.NOT_FOUND,
                "api.not-possible",
                request,
                request.getMethod(),
                request.getRequestURI());
    }
}
