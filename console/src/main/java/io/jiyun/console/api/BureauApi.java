package io.jiyun.console.api;

import io.jiyun.api.v1alpha1.SpecViolation;
import io.jiyun.console.bureau.Bureau;
import io.jiyun.console.bureau.BureauAdministration;
import io.jiyun.console.bureau.BureauService;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The register of bureaus. */
@RestController
@RequestMapping("/api/v1/bureaus")
class BureauApi {
    private final BureauService bureaus;
    private final BureauAdministration administration;

    BureauApi(BureauService bureaus, BureauAdministration administration) {
        this.bureaus = bureaus;
        this.administration = administration;
    }

    @GetMapping
    PageOf<Bureau> list(
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size,
            @RequestParam(name = "q", defaultValue = "") String text) {
        Paging paging = Paging.of(page, size);
        return paging.of(bureaus.page(text, paging.offset(), paging.size()), bureaus.count(text));
    }

    @GetMapping("/{code}")
    Bureau find(@PathVariable String code) {
        return bureaus.find(code).orElseThrow(() -> new NotFound("api.bureau-not-found", code));
    }

    /**
     * @param parentCode code of the organisation above; null directly under the province
     */
    record Draft(@Nullable String code, @Nullable String name, @Nullable String parentCode) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Bureau register(@RequestBody Draft draft) {
        Bureau bureau = bureau(draft.code(), draft);
        requireNone(administration.register(bureau));
        return bureau;
    }

    @PutMapping("/{code}")
    Bureau change(@PathVariable String code, @RequestBody Draft draft) {
        Bureau bureau = bureau(code, draft);
        requireNone(administration.change(bureau));
        return bureau;
    }

    private static Bureau bureau(@Nullable String code, Draft draft) {
        String name = draft.name();
        return new Bureau(code == null ? "" : code, name == null ? "" : name, draft.parentCode());
    }

    private static void requireNone(List<SpecViolation> violations) {
        if (!violations.isEmpty()) {
            throw new BadRequest(violations);
        }
    }
}
