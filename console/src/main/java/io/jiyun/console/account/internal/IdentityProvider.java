package io.jiyun.console.account.internal;

import io.jiyun.console.access.Actor;
import io.jiyun.console.access.Role;
import io.jiyun.console.account.Account;
import io.jiyun.console.account.AccountDraft;
import io.jiyun.console.account.ExternalPeople;
import io.jiyun.console.account.ExternalSignInRefused;
import io.jiyun.console.account.ExternalSignInRefused.Why;
import io.jiyun.console.account.OidcProperties;
import io.jiyun.console.account.PersonAuthentication;
import io.jiyun.console.account.Preferences;
import io.jiyun.console.audit.AuditAction;
import io.jiyun.console.audit.AuditTrail;
import io.jiyun.console.bureau.BureauRegister;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Accounts of people whom the identity provider vouches for; they have no password here. */
@Component
class IdentityProvider implements ExternalPeople {
    private static final String NO_PASSWORD = "{noop}*";

    private final AccountTable accounts;
    private final CredentialTable credentials;
    private final BureauRegister bureaus;
    private final OidcProperties properties;
    private final AuditTrail audit;
    private final Clock clock;

    IdentityProvider(
            AccountTable accounts,
            CredentialTable credentials,
            BureauRegister bureaus,
            OidcProperties properties,
            AuditTrail audit,
            Clock clock) {
        this.accounts = accounts;
        this.credentials = credentials;
        this.bureaus = bureaus;
        this.properties = properties;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    @Transactional
    public PersonAuthentication admit(String issuer, String subject, Map<String, Object> claims) {
        ClaimReading reading = new ClaimReading(properties, claims);
        Role role = reading.role();
        String bureau = role.ofBureau() ? reading.bureau() : null;
        if (role.ofBureau() && (bureau == null || !bureaus.isKnown(bureau))) {
            throw new ExternalSignInRefused(Why.BUREAU);
        }
        String identity = issuer + "|" + subject;
        Optional<Account> known = accounts.findByIdentity(identity);
        Account account =
                known.isPresent()
                        ? upToDate(known.get(), role, bureau)
                        : made(identity, reading, subject, role, bureau);
        if (!account.enabled()) {
            throw new ExternalSignInRefused(Why.DISABLED);
        }
        return PersonAuthentication.of(account);
    }

    private Account upToDate(Account known, Role role, @Nullable String bureau) {
        if (known.role() == role && Objects.equals(known.bureauCode(), bureau)) {
            return known;
        }
        accounts.place(known.username(), role, bureau);
        credentials.endSessions(known.username());
        record(known.username(), AuditAction.ACCOUNT_ROLE_BY_PROVIDER, known.role().name(), role);
        return accounts.find(known.username()).orElseThrow();
    }

    private Account made(
            String identity,
            ClaimReading reading,
            String subject,
            Role role,
            @Nullable String bureau) {
        String wished = reading.text("preferred_username");
        String username = wished == null ? subject : wished;
        if (accounts.find(username).isPresent()) {
            throw new ExternalSignInRefused(Why.NAME); // or a provider could take over an account
        }
        String name = reading.text("name");
        AccountDraft draft =
                new AccountDraft(
                        username,
                        name == null ? username : name,
                        role,
                        bureau,
                        reading.text("email"));
        accounts.insert(
                new Account(
                        draft.username(),
                        draft.displayName(),
                        role,
                        bureau,
                        draft.email(),
                        Preferences.DEFAULT,
                        true,
                        true,
                        true,
                        false,
                        null,
                        clock.instant(),
                        0),
                NO_PASSWORD);
        accounts.identify(username, identity);
        record(username, AuditAction.ACCOUNT_CREATE_BY_PROVIDER, null, role);
        return accounts.find(username).orElseThrow();
    }

    private void record(String username, AuditAction action, @Nullable String before, Role after) {
        audit.append(
                new Actor(username, username, after, null),
                action,
                "account/" + username,
                before,
                after.name());
    }
}
