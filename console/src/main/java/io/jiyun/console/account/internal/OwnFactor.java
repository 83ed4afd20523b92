package io.jiyun.console.account.internal;

import io.jiyun.console.access.Actor;
import io.jiyun.console.account.FactorEnrolment;
import io.jiyun.console.audit.AuditAction;
import io.jiyun.console.audit.AuditTrail;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.stereotype.Component;

/** Taking up and giving up a second factor. */
@Component
public class OwnFactor {
    private final CredentialTable credentials;
    private final SecondFactor factor;
    private final AuditTrail audit;

    OwnFactor(CredentialTable credentials, SecondFactor factor, AuditTrail audit) {
        this.credentials = credentials;
        this.factor = factor;
        this.audit = audit;
    }

    public boolean isActive(String username) {
        return credentials.find(username).filter(it -> it.account().secondFactor()).isPresent();
    }

    /** A factor in use stays as it is: only its holder's code takes it away. */
    public FactorEnrolment begin(String username) {
        if (isActive(username)) {
            throw new IllegalStateException(username + " has a second factor");
        }
        String secret = factor.begin(username);
        String label = URLEncoder.encode("Jiyun:" + username, StandardCharsets.UTF_8);
        return new FactorEnrolment(
                secret, "otpauth://totp/" + label + "?secret=" + secret + "&issuer=Jiyun");
    }

    public boolean confirm(Actor actor, String code) {
        boolean right =
                credentials
                        .findForUpdate(actor.username())
                        .filter(found -> factor.accepts(found, code))
                        .isPresent();
        if (right) {
            credentials.activateFactor(actor.username());
            audit.append(
                    actor,
                    AuditAction.ACCOUNT_TAKE_SECOND_FACTOR,
                    "account/" + actor.username(),
                    null,
                    null);
        }
        return right;
    }

    public boolean drop(Actor actor, String code) {
        boolean right =
                credentials
                        .findForUpdate(actor.username())
                        .filter(found -> found.account().secondFactor())
                        .filter(found -> factor.accepts(found, code))
                        .isPresent();
        if (right) {
            credentials.storeFactor(actor.username(), null, false);
            audit.append(
                    actor,
                    AuditAction.ACCOUNT_DROP_SECOND_FACTOR,
                    "account/" + actor.username(),
                    null,
                    null);
        }
        return right;
    }
}
