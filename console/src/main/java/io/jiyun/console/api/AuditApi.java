package io.jiyun.console.api;

import io.jiyun.console.audit.AuditEntry;
import io.jiyun.console.audit.AuditFilter;
import io.jiyun.console.audit.AuditService;
import io.jiyun.console.audit.AuditVerdict;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What people decided. */
@RestController
@RequestMapping("/api/v1/audit")
class AuditApi {
    private final AuditService audit;

    AuditApi(AuditService audit) {
        this.audit = audit;
    }

    record Entry(
            long sequence,
            OffsetDateTime at,
            String actor,
            @Nullable String role,
            String origin,
            String action,
            String subject,
            @Nullable String before,
            @Nullable String after,
            @Nullable String requestId,
            String digest,
            String hash) {}

    /**
     * @param intact whether every entry stands where and as it was written
     * @param entries how many were recomputed; null where the chain is broken
     * @param head hash of the last entry; null where the chain is broken
     * @param sequence first entry concerned; null where the chain is intact
     * @param damage ALTERED, REMOVED, INSERTED, REORDERED or REWRITTEN; null where it is intact
     */
    record Verdict(
            boolean intact,
            @Nullable Long entries,
            @Nullable String head,
            @Nullable Long sequence,
            @Nullable String damage) {}

    @GetMapping
    PageOf<Entry> page(
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size,
            @RequestParam(name = "q", defaultValue = "") String text,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME)
                    @Nullable OffsetDateTime from,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME)
                    @Nullable OffsetDateTime until) {
        Paging paging = Paging.of(page, size);
        AuditFilter filter = filter(text, from, until);
        return paging.of(
                audit.page(filter, paging.offset(), paging.size()).stream()
                        .map(AuditApi::entry)
                        .toList(),
                audit.count(filter));
    }

    @GetMapping("/verdict")
    Verdict verdict() {
        return switch (audit.verify()) {
            case AuditVerdict.Intact(long entries, String head) ->
                    new Verdict(true, entries, head, null, null);
            case AuditVerdict.Broken(long sequence, AuditVerdict.Damage damage) ->
                    new Verdict(false, null, null, sequence, damage.name());
        };
    }

    /** All entries that match, oldest first, as CSV that spreadsheets open in Chinese. */
    @GetMapping(value = "/export", produces = "text/csv")
    void export(
            @RequestParam(name = "q", defaultValue = "") String text,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME)
                    @Nullable OffsetDateTime from,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME)
                    @Nullable OffsetDateTime until,
            HttpServletResponse response) {
        audit.export(filter(text, from, until), () -> attachment(response));
    }

    private static Writer attachment(HttpServletResponse response) {
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=audit.csv");
        try {
            return response.getWriter();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static AuditFilter filter(
            String text, @Nullable OffsetDateTime from, @Nullable OffsetDateTime until) {
        return new AuditFilter(
                text,
                from == null ? null : from.toInstant(),
                until == null ? null : until.toInstant());
    }

    private static Entry entry(AuditEntry entry) {
        return new Entry(
                entry.sequence(),
                Times.written(entry.at()),
                entry.actor(),
                entry.role(),
                entry.origin(),
                entry.action(),
                entry.subject(),
                entry.before(),
                entry.after(),
                entry.requestId(),
                entry.digest(),
                entry.hash());
    }
}
