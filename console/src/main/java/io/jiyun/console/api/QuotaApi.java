package io.jiyun.console.api;

import io.jiyun.console.api.QuotaBodies.Accepted;
import io.jiyun.console.api.QuotaBodies.Change;
import io.jiyun.console.api.QuotaBodies.Full;
import io.jiyun.console.api.QuotaBodies.Grant;
import io.jiyun.console.api.QuotaBodies.PoolFigures;
import io.jiyun.console.api.QuotaBodies.SliceFigures;
import io.jiyun.console.api.QuotaBodies.Summary;
import io.jiyun.console.quota.Pressure;
import io.jiyun.console.quota.QuotaDetail;
import io.jiyun.console.quota.QuotaFilter;
import io.jiyun.console.quota.QuotaService;
import io.jiyun.console.quota.QuotaSort;
import io.jiyun.console.quota.SyncState;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Quotas as they are. */
@RestController
@RequestMapping("/api/v1/quotas")
class QuotaApi {
    private final QuotaService quotas;
    private final CallerLanguage language;

    QuotaApi(QuotaService quotas, CallerLanguage language) {
        this.quotas = quotas;
        this.language = language;
    }

    @GetMapping
    PageOf<Summary> list(
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size,
            @RequestParam(defaultValue = "name,asc") String sort,
            @RequestParam(name = "q", defaultValue = "") String text,
            @RequestParam @Nullable String cloud,
            @RequestParam @Nullable String pool,
            @RequestParam @Nullable SyncState state,
            @RequestParam @Nullable Pressure pressure,
            @RequestParam @Nullable String condition) {
        Paging paging = Paging.of(page, size);
        QuotaFilter filter = new QuotaFilter(text, cloud, pool, state, pressure, condition);
        return paging.of(
                quotas.page(filter, sort(sort, paging), paging.offset(), paging.size()).stream()
                        .map(Summary::of)
                        .toList(),
                quotas.count(filter));
    }

    @GetMapping("/{name}")
    ResponseEntity<Full> get(@PathVariable String name, HttpServletRequest request) {
        QuotaDetail detail = quotas.detail(name);
        return ResponseEntity.ok()
                .eTag(EntityTags.of(detail.row().version()))
                .body(full(detail, language.of(request)));
    }

    @GetMapping("/{name}/history")
    PageOf<Change> history(
            @PathVariable String name,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size) {
        return Paging.of(page, size).cut(quotas.history(name).stream().map(Change::of).toList());
    }

    static Accepted accepted(String changeId, long version) {
        return new Accepted(changeId, version, SyncState.PENDING);
    }

    private static Full full(QuotaDetail detail, Locale locale) {
        return new Full(
                Summary.of(detail.row()),
                detail.owned(),
                detail.draft().pools(),
                detail.draft().namespaces(),
                detail.draft().sharingOrEmpty(),
                detail.pools().stream().map(PoolFigures::of).toList(),
                detail.slices().stream().map(SliceFigures::of).toList(),
                detail.grants().stream().map(Grant::of).toList(),
                detail.conditions().stream().map(ConditionBody::of).toList(),
                Message.of(detail.violations(), locale),
                detail.shortages().stream().map(it -> ShortageBody.of(it, locale)).toList(),
                detail.loans().stream().map(LoanBody::of).toList(),
                detail.failure());
    }

    private static QuotaSort sort(String text, Paging paging) {
        String[] parts = text.split(",", -1);
        boolean ascending = parts.length < 2 || parts[1].equalsIgnoreCase("asc");
        boolean knownOrder = ascending || parts[1].equalsIgnoreCase("desc");
        return Stream.of(QuotaSort.Field.values())
                .filter(field -> field.name().equalsIgnoreCase(parts[0]))
                .filter(field -> knownOrder && parts.length <= 2)
                .map(field -> new QuotaSort(field, ascending))
                .findFirst()
                .orElseThrow(() -> new BadRequest(List.of(paging.unsortable(text))));
    }
}
