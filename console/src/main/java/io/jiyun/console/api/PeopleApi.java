package io.jiyun.console.api;

import io.jiyun.console.access.Role;
import io.jiyun.console.account.Account;
import io.jiyun.console.account.AccountService;
import io.jiyun.console.audit.AuditEntry;
import io.jiyun.console.audit.AuditFilter;
import io.jiyun.console.audit.AuditService;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who may sign in, and what they decided. */
@RestController
@RequestMapping("/api/v1")
class PeopleApi {
    private final AccountService accounts;
    private final AuditService audit;

    PeopleApi(AccountService accounts, AuditService audit) {
        this.accounts = accounts;
        this.audit = audit;
    }

    record Person(
            String username,
            String displayName,
            Role role,
            @Nullable String bureau,
            String locale,
            boolean enabled,
            @Nullable OffsetDateTime lockedUntil,
            OffsetDateTime createdAt) {}

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
            String hash) {}

    @GetMapping("/accounts")
    PageOf<Person> accounts(
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size,
            @RequestParam(name = "q", defaultValue = "") String text) {
        Paging paging = Paging.of(page, size);
        return paging.of(
                accounts.page(text, paging.offset(), paging.size()).stream()
                        .map(PeopleApi::person)
                        .toList(),
                accounts.count(text));
    }

    @GetMapping("/audit")
    PageOf<Entry> audit(
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size,
            @RequestParam(name = "q", defaultValue = "") String text) {
        Paging paging = Paging.of(page, size);
        AuditFilter filter = new AuditFilter(text);
        return paging.of(
                audit.page(filter, paging.offset(), paging.size()).stream()
                        .map(PeopleApi::entry)
                        .toList(),
                audit.count(filter));
    }

    private static Person person(Account account) {
        return new Person(
                account.username(),
                account.displayName(),
                account.role(),
                account.bureauCode(),
                account.preferences().locale().toLanguageTag(),
                account.enabled(),
                Times.writtenOrNull(account.lockedUntil()),
                Times.written(account.createdAt()));
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
                entry.hash());
    }
}
