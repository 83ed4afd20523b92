package io.jiyun.console.account.internal;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import io.jiyun.console.vault.SecretBox;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;
import org.springframework.security.crypto.keygen.KeyGenerators;
import org.springframework.stereotype.Component;

/** Codes that change every half minute (RFC 6238), as authenticator apps show them. */
@Component
class SecondFactor {
    private static final int SECRET_BYTES = 20;

    /** Clocks of telephones go a little wrong: one step either way is taken as well. */
    private static final int TOLERANCE = 1;

    private final TimeBasedOneTimePasswordGenerator codes = new TimeBasedOneTimePasswordGenerator();
    private final CredentialTable credentials;
    private final SecretBox box;
    private final Clock clock;

    SecondFactor(CredentialTable credentials, SecretBox box, Clock clock) {
        this.credentials = credentials;
        this.box = box;
        this.clock = clock;
    }

    /** A new secret in the form that apps take; kept sealed, in use only once confirmed. */
    String begin(String username) {
        String secret =
                new Base32().encodeToString(KeyGenerators.secureRandom(SECRET_BYTES).generateKey());
        credentials.storeFactor(username, box.seal(secret), false);
        return secret;
    }

    /** Whether the code is the present one and was not used before; it is used up by that. */
    boolean accepts(Credentials found, String code) {
        if (found.factorSecret() == null) {
            return false;
        }
        SecretKey key =
                new SecretKeySpec(
                        new Base32().decode(box.open(found.factorSecret())), codes.getAlgorithm());
        long seconds = codes.getTimeStep().toSeconds();
        long now = clock.instant().getEpochSecond() / seconds;
        for (long step = now - TOLERANCE; step <= now + TOLERANCE; step++) {
            if (step > found.factorStep()
                    && isEqual(code.strip(), codeAt(key, Instant.ofEpochSecond(step * seconds)))) {
                credentials.useStep(found.account().username(), step);
                return true;
            }
        }
        return false;
    }

    private String codeAt(SecretKey key, Instant moment) {
        try {
            return codes.generateOneTimePasswordString(key, moment);
        } catch (InvalidKeyException notOfOurMaking) {
            throw new IllegalStateException(notOfOurMaking);
        }
    }

    /** Takes equally long wherever the two differ. */
    private static boolean isEqual(String left, String right) {
        return MessageDigest.isEqual(
                left.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));
    }
}
