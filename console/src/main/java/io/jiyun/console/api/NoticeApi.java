package io.jiyun.console.api;

import io.jiyun.api.v1alpha1.SpecViolation;
import io.jiyun.console.language.Sentences;
import io.jiyun.console.notice.ChannelState;
import io.jiyun.console.notice.NoticeChannels;
import io.jiyun.console.notice.NoticeLine;
import io.jiyun.console.notice.NoticeService;
import io.jiyun.console.notice.Webhook;
import io.jiyun.console.notice.WebhookDraft;
import jakarta.servlet.http.HttpServletRequest;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What the caller was told, and where notices go besides. */
@RestController
@RequestMapping("/api/v1")
class NoticeApi {
    private final NoticeService notices;
    private final NoticeChannels channels;
    private final CallerLanguage language;

    NoticeApi(NoticeService notices, NoticeChannels channels, CallerLanguage language) {
        this.notices = notices;
        this.channels = channels;
        this.language = language;
    }

    record Told(long id, String kind, String text, String link, OffsetDateTime at, boolean read) {}

    /**
     * @param style WECOM, DINGTALK or PLAIN
     * @param secret null for messages without a signature
     */
    record Draft(
            @Nullable String name,
            Webhook.Style style,
            @Nullable String url,
            @Nullable String secret) {}

    @GetMapping("/notices")
    PageOf<Told> list(
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size,
            HttpServletRequest request) {
        Paging paging = Paging.of(page, size);
        return paging.of(
                notices.page(paging.offset(), paging.size()).stream()
                        .map(line -> told(line, request))
                        .toList(),
                notices.count());
    }

    @PostMapping("/notices/read")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void read() {
        notices.markAllRead();
    }

    @GetMapping("/webhooks")
    List<Webhook> webhooks() {
        return channels.webhooks();
    }

    @GetMapping("/webhooks/state")
    ChannelState state() {
        return channels.state();
    }

    @PostMapping("/webhooks")
    @ResponseStatus(HttpStatus.CREATED)
    void add(@RequestBody Draft draft) {
        List<SpecViolation> violations =
                channels.add(
                        new WebhookDraft(
                                draft.name() == null ? "" : draft.name(),
                                draft.style(),
                                draft.url() == null ? "" : draft.url(),
                                draft.secret()));
        if (!violations.isEmpty()) {
            throw new BadRequest(violations);
        }
    }

    @DeleteMapping("/webhooks/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable String id) {
        channels.remove(id);
    }

    @PostMapping("/webhooks/test")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void tryOut() {
        channels.tryOut();
    }

    private Told told(NoticeLine line, HttpServletRequest request) {
        return new Told(
                line.id(),
                line.kind().name(),
                Sentences.in(
                        language.of(request),
                        "notice." + line.kind().name(),
                        line.arguments().toArray()),
                line.link(),
                Times.written(line.createdAt()),
                line.read());
    }
}
