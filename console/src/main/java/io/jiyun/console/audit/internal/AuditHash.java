package io.jiyun.console.audit.internal;

import io.jiyun.console.audit.AuditEntry;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * SHA-256 over the fields of an entry. Each field goes in with its length, so that no two entries
 * have the same text to hash.
 */
final class AuditHash {
    private AuditHash() {}

    static String of(AuditEntry entry) {
        StringBuilder text = new StringBuilder();
        for (@Nullable String field :
                Arrays.asList(
                        entry.previousHash(),
                        Long.toString(entry.sequence()),
                        entry.at().toString(),
                        entry.actor(),
                        entry.role(),
                        entry.origin(),
                        entry.action(),
                        entry.subject(),
                        entry.before(),
                        entry.after())) {
            text.append(field == null ? -1 : field.length()).append(':');
            text.append(field == null ? "" : field);
        }
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(text.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
