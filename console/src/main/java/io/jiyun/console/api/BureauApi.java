package io.jiyun.console.api;

import io.jiyun.console.bureau.Bureau;
import io.jiyun.console.bureau.BureauService;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The register of bureaus. */
@RestController
@RequestMapping("/api/v1/bureaus")
class BureauApi {
    private final BureauService bureaus;

    BureauApi(BureauService bureaus) {
        this.bureaus = bureaus;
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
}
