package io.jiyun.console.api;

import io.jiyun.console.api.QuotaBodies.BureauBody;
import io.jiyun.console.api.QuotaBodies.Line;
import io.jiyun.console.api.QuotaBodies.NamespaceBody;
import io.jiyun.console.api.QuotaBodies.PoolBody;
import io.jiyun.console.api.QuotaBodies.QuotaBody;
import io.jiyun.console.quota.QuotaDraft.SharingDraft;
import io.jiyun.console.quota.QuotaPreview;
import io.jiyun.console.quota.QuotaService;
import io.jiyun.console.quota.WhatIf;
import io.jiyun.quota.tree.PoolKey;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Quotas as they would be; nothing is changed. */
@RestController
@RequestMapping("/api/v1/quotas")
class WhatIfApi {
    private final QuotaService quotas;
    private final CallerLanguage language;

    WhatIfApi(QuotaService quotas, CallerLanguage language) {
        this.quotas = quotas;
        this.language = language;
    }

    /**
     * The question: a change as in a PATCH, or a grant on top of what there is.
     *
     * @param grant null to ask about the change
     */
    @Schema(
            example =
                    """
                    {"grant": {"cloud": "provincial", "pool": "gov-x86",
                               "resources": {"requests.cpu": "20"},
                               "from": "2026-12-01T00:00:00+08:00"}}
                    """)
    record Question(
            @Nullable String name,
            @Nullable BureauBody bureau,
            @Nullable String parentName,
            @Nullable List<PoolBody> pools,
            @Nullable List<NamespaceBody> namespaces,
            @Nullable List<SharingBody> sharing,
            @Nullable GrantBody grant) {
        QuotaBody change() {
            return new QuotaBody(name, bureau, parentName, pools, namespaces, sharing, null);
        }
    }

    /**
     * More for the bureau.
     *
     * @param from null for at once
     * @param until null for without end
     */
    record GrantBody(
            @Nullable String cloud,
            @Nullable String pool,
            @Nullable Map<String, @Nullable String> resources,
            @Nullable OffsetDateTime from,
            @Nullable OffsetDateTime until) {}

    /** What a bureau, or a request that waits, holds of the pool. */
    record Holder(String name, Map<String, String> resources) {}

    /** How a pool is shared before and after; null where it is not. */
    record SharingLine(
            String cloud,
            String pool,
            @Nullable SharingDraft before,
            @Nullable SharingDraft after) {
        static SharingLine of(QuotaPreview.SharingPreview line) {
            return new SharingLine(
                    line.pool().cloud(), line.pool().pool(), line.before(), line.after());
        }
    }

    /**
     * What it would do.
     *
     * @param sharing pools shared otherwise than before
     * @param holders who holds the pool now; null where a change was asked about
     */
    record Answer(
            boolean acceptable,
            long version,
            List<Line> lines,
            List<Message> violations,
            List<Message> warnings,
            List<String> affectedNamespaces,
            List<String> affectedQuotas,
            List<SharingLine> sharing,
            @Nullable List<Holder> holders) {}

    @PostMapping("/{name}/what-if")
    Answer whatIf(
            @PathVariable String name, @RequestBody Question question, HttpServletRequest request) {
        Locale locale = language.of(request);
        GrantBody grant = question.grant();
        if (grant == null) {
            return answer(
                    quotas.preview(
                            name,
                            QuotaReading.changed(quotas.edit(name).draft(), question.change())),
                    null,
                    locale);
        }
        WhatIf answer =
                quotas.whatIf(
                        name,
                        new WhatIf.Question(
                                new PoolKey(orEmpty(grant.cloud()), orEmpty(grant.pool())),
                                texts(grant.resources()),
                                grant.from(),
                                grant.until()));
        return answer(
                answer.preview(),
                answer.holders().stream()
                        .map(holder -> new Holder(holder.name(), holder.held().print()))
                        .toList(),
                locale);
    }

    private static Answer answer(
            QuotaPreview preview, @Nullable List<Holder> holders, Locale locale) {
        return new Answer(
                preview.acceptable(),
                preview.version(),
                preview.pools().stream()
                        .flatMap(pool -> pool.resources().stream().map(line -> Line.of(pool, line)))
                        .toList(),
                Message.of(preview.violations(), locale),
                Message.of(preview.warnings(), locale),
                preview.affectedNamespaces(),
                preview.affectedQuotas(),
                preview.sharing().stream().map(SharingLine::of).toList(),
                holders);
    }

    private static Map<String, String> texts(@Nullable Map<String, @Nullable String> typed) {
        Map<String, String> texts = new TreeMap<>();
        if (typed != null) {
            typed.forEach((name, text) -> texts.put(name, orEmpty(text)));
        }
        return texts;
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
