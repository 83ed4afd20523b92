package io.jiyun.console.vault.internal;

import io.jiyun.console.ConsoleProperties;
import io.jiyun.console.vault.SecretBox;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.crypto.encrypt.AesGcmBytesEncryptor;
import org.springframework.security.crypto.encrypt.BytesEncryptor;
import org.springframework.security.crypto.keygen.KeyGenerators;
import org.springframework.stereotype.Component;

/**
 * AES-256-GCM. The key comes from the environment (JIYUN_SECRET_KEY, base64 of 32 bytes), where
 * several consoles share a database, else from a file that only the operating system's user reads.
 */
@Component
class AesSecretBox implements SecretBox {
    private static final int KEY_BYTES = 32;

    private final BytesEncryptor cipher;

    AesSecretBox(
            @Value("${JIYUN_SECRET_KEY:}") String fromEnvironment, ConsoleProperties properties)
            throws IOException {
        String text =
                fromEnvironment.isEmpty()
                        ? keptIn(properties.data().resolve("secret.key"))
                        : fromEnvironment;
        byte[] bytes = Base64.getDecoder().decode(text.strip());
        if (bytes.length != KEY_BYTES) {
            throw new IllegalArgumentException(
                    "JIYUN_SECRET_KEY has " + bytes.length + " bytes; it needs 32, as base64");
        }
        SecretKey key = new SecretKeySpec(bytes, "AES");
        cipher = AesGcmBytesEncryptor.withSecretKey(key).build();
    }

    @Override
    public String seal(String secret) {
        return Base64.getEncoder()
                .encodeToString(cipher.encrypt(secret.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public String open(String sealed) {
        return new String(
                cipher.decrypt(Base64.getDecoder().decode(sealed)), StandardCharsets.UTF_8);
    }

    private static String keptIn(Path file) throws IOException {
        if (!Files.exists(file)) {
            Files.createDirectories(file.toAbsolutePath().getParent());
            byte[] bytes = KeyGenerators.secureRandom(KEY_BYTES).generateKey();
            try {
                Files.createFile(
                        file,
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------")));
                Files.writeString(file, Base64.getEncoder().encodeToString(bytes));
            } catch (FileAlreadyExistsException anotherWasFaster) {
                return Files.readString(file);
            }
        }
        return Files.readString(file);
    }
}
