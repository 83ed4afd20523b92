package io.jiyun.console.audit.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.bouncycastle.jcajce.provider.digest.SM3;

/** Digests a chain may be made with. Each entry names its own, so that a chain may change over. */
public enum Digest {
    SHA_256("SHA-256") {
        @Override
        MessageDigest create() {
            try {
                return MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException everyJdkHasIt) {
                throw new IllegalStateException(everyJdkHasIt);
            }
        }
    },
    /** GB/T 32905. */
    SM3("SM3") {
        @Override
        MessageDigest create() {
            return new SM3.Digest();
        }
    };

    private final String title;

    Digest(String title) {
        this.title = title;
    }

    abstract MessageDigest create();

    /** The name that stands in entries and settings. */
    public String title() {
        return title;
    }

    public static Optional<Digest> named(String name) {
        return Arrays.stream(values()).filter(it -> it.title.equals(name)).findFirst();
    }

    String of(String text) {
        return HexFormat.of().formatHex(create().digest(text.getBytes(StandardCharsets.UTF_8)));
    }
}
