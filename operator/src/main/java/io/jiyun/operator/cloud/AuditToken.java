package io.jiyun.operator.cloud;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.jiyun.api.v1alpha1.CloudConnection;
import io.jiyun.api.v1alpha1.CloudConnection.AuditTokenSecret;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What proves an audit stream to be a cloud's: a token that a Secret of the hub holds. Where there
 * is none, or it cannot be read, no stream is taken for that cloud's.
 */
final class AuditToken {
    /** Whoever guesses makes the operator read the Secret no more often. */
    private static final Duration FRESH = Duration.ofSeconds(20);

    private static final int SHORTEST = 16;

    private final KubernetesClient hub;
    private final CloudConnection declared;
    private final Clock clock = Clock.systemUTC();
    private Instant readAt = Instant.MIN;
    private byte @Nullable [] digest;
    private String problem = "";

    AuditToken(KubernetesClient hub, CloudConnection declared) {
        this.hub = hub;
        this.declared = declared;
    }

    /** Why what was presented is not it; empty where it is. */
    synchronized Optional<String> problem(String presented) {
        Instant now = clock.instant();
        if (readAt.isBefore(now.minus(FRESH))) {
            read();
            readAt = now;
        }
        if (digest == null) {
            return Optional.of(problem);
        }
        return MessageDigest.isEqual(digest, digest(presented))
                ? Optional.empty()
                : Optional.of("what is presented is not its token");
    }

    private void read() {
        digest = null;
        try {
            AuditTokenSecret place = declared.auditTokenSecret();
            if (place == null) {
                problem = "no Secret is declared that would hold its token";
                return;
            }
            HubSecret secret = HubSecret.read(hub, place.namespace(), place.name());
            String token =
                    new String(secret.require(place.keyOrDefault()), StandardCharsets.UTF_8)
                            .strip();
            if (token.length() < SHORTEST) {
                problem = "the token in Secret " + secret.place() + " is shorter than " + SHORTEST;
                return;
            }
            digest = digest(token);
        } catch (ConnectionRefused refused) {
            problem = refused.why().en();
        } catch (RuntimeException unexpected) {
            problem = "its token cannot be read: " + unexpected.getClass().getSimpleName();
        }
    }

    private static byte[] digest(String token) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
