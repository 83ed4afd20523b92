package io.jiyun.console.audit.internal;

import io.jiyun.console.audit.AuditEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Digest over the fields of an entry. Each field goes in with its length, so that no two entries
 * have the same text to hash.
 */
final class AuditHash {
    /** The format written now; 1 covered neither the call nor the digest's name. */
    static final int FORMAT = 2;

    private AuditHash() {}

    /** Empty where the entry names a digest that is not known. */
    static Optional<String> of(AuditEntry entry) {
        return Digest.named(entry.digest()).map(digest -> digest.of(text(entry)));
    }

    /** Whether the entry has the hash that its fields and its place give. */
    static boolean fits(AuditEntry entry) {
        return of(entry).filter(entry.hash()::equals).isPresent();
    }

    private static String text(AuditEntry entry) {
        List<@Nullable String> fields = new ArrayList<>();
        fields.add(entry.previousHash());
        fields.add(Long.toString(entry.sequence()));
        fields.add(entry.at().toString());
        fields.add(entry.actor());
        fields.add(entry.role());
        fields.add(entry.origin());
        fields.add(entry.action());
        fields.add(entry.subject());
        fields.add(entry.before());
        fields.add(entry.after());
        if (entry.format() > 1) {
            fields.add(entry.requestId());
            fields.add(Integer.toString(entry.format()));
            fields.add(entry.digest());
        }
        StringBuilder text = new StringBuilder();
        for (@Nullable String field : fields) {
            text.append(field == null ? -1 : field.length()).append(':');
            text.append(field == null ? "" : field);
        }
        return text.toString();
    }
}
