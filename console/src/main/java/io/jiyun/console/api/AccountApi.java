package io.jiyun.console.api;

import io.jiyun.api.v1alpha1.SpecViolation;
import io.jiyun.console.access.Role;
import io.jiyun.console.account.Account;
import io.jiyun.console.account.AccountAdministration;
import io.jiyun.console.account.AccountDraft;
import io.jiyun.console.account.AccountOutcome;
import io.jiyun.console.account.AccountService;
import io.jiyun.console.account.SignIn;
import io.jiyun.console.language.Sentences;
import java.time.OffsetDateTime;
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

/** Who may sign in. */
@RestController
@RequestMapping("/api/v1/accounts")
class AccountApi {
    private final AccountService accounts;
    private final AccountAdministration administration;
    private final SignIn signIn;

    AccountApi(AccountService accounts, AccountAdministration administration, SignIn signIn) {
        this.accounts = accounts;
        this.administration = administration;
        this.signIn = signIn;
    }

    record Person(
            String username,
            String displayName,
            Role role,
            @Nullable String bureau,
            @Nullable String email,
            String locale,
            boolean enabled,
            boolean roleGranted,
            boolean external,
            boolean secondFactor,
            @Nullable OffsetDateTime lockedUntil,
            OffsetDateTime createdAt) {}

    /**
     * An account to make or to describe.
     *
     * @param bureau code; required for people of a bureau and for nobody else
     */
    record Draft(
            @Nullable String username,
            @Nullable String displayName,
            @Nullable String role,
            @Nullable String bureau,
            @Nullable String email) {}

    record RoleGrant(@Nullable String role) {}

    /**
     * @param code code of the second factor; null without one
     */
    record PasswordChange(
            @Nullable String oldPassword, @Nullable String newPassword, @Nullable String code) {}

    /**
     * @param password a new password, shown this once; null where none was made
     */
    record Done(String username, @Nullable String password) {}

    @GetMapping
    PageOf<Person> list(
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size,
            @RequestParam(name = "q", defaultValue = "") String text) {
        Paging paging = Paging.of(page, size);
        return paging.of(
                accounts.page(text, paging.offset(), paging.size()).stream()
                        .map(AccountApi::person)
                        .toList(),
                accounts.count(text));
    }

    @GetMapping("/{username}")
    Person find(@PathVariable String username) {
        return accounts.find(username)
                .map(AccountApi::person)
                .orElseThrow(() -> new NotFound("api.account-not-found", username));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Done create(@RequestBody Draft draft) {
        String username = orEmpty(draft.username());
        return done(username, administration.create(draft(username, draft)));
    }

    @PutMapping("/{username}")
    Done describe(@PathVariable String username, @RequestBody Draft draft) {
        return done(username, administration.describe(draft(username, draft)));
    }

    @PostMapping("/{username}/disable")
    Done disable(@PathVariable String username) {
        return done(username, administration.disable(username));
    }

    @PostMapping("/{username}/enable")
    Done enable(@PathVariable String username) {
        return done(username, administration.enable(username));
    }

    @PostMapping("/{username}/unlock")
    Done unlock(@PathVariable String username) {
        return done(username, administration.unlock(username));
    }

    @PostMapping("/{username}/reset-password")
    Done resetPassword(@PathVariable String username) {
        return done(username, administration.resetPassword(username));
    }

    @PostMapping("/{username}/reset-second-factor")
    Done resetSecondFactor(@PathVariable String username) {
        return done(username, administration.resetSecondFactor(username));
    }

    @PostMapping("/{username}/role")
    Done grantRole(@PathVariable String username, @RequestBody RoleGrant grant) {
        return done(username, administration.grantRole(username, role(grant.role())));
    }

    /** Open to everyone who knows the old password, for an expired one lets nobody in. */
    @PutMapping("/{username}/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void changePassword(@PathVariable String username, @RequestBody PasswordChange change) {
        List<SpecViolation> violations =
                signIn.changePassword(
                        username,
                        orEmpty(change.oldPassword()),
                        change.code(),
                        orEmpty(change.newPassword()));
        if (!violations.isEmpty()) {
            throw new BadRequest(violations);
        }
    }

    private static AccountDraft draft(String username, Draft draft) {
        return new AccountDraft(
                username,
                orEmpty(draft.displayName()),
                role(draft.role()),
                draft.bureau(),
                draft.email());
    }

    private static Role role(@Nullable String name) {
        try {
            return Role.valueOf(orEmpty(name));
        } catch (IllegalArgumentException unknown) {
            throw new BadRequest(
                    List.of(
                            Sentences.violation(
                                    "UnknownRole", "role", "account.role.unknown", orEmpty(name))));
        }
    }

    private static Done done(String username, AccountOutcome outcome) {
        return switch (outcome) {
            case AccountOutcome.Done(String password) -> new Done(username, password);
            case AccountOutcome.Refused(List<SpecViolation> violations) ->
                    throw new BadRequest(violations);
        };
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static Person person(Account account) {
        return new Person(
                account.username(),
                account.displayName(),
                account.role(),
                account.bureauCode(),
                account.email(),
                account.preferences().locale().toLanguageTag(),
                account.enabled(),
                account.roleGranted(),
                account.external(),
                account.secondFactor(),
                Times.writtenOrNull(account.lockedUntil()),
                Times.written(account.createdAt()));
    }
}
