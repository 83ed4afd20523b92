package io.jiyun.console.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One decision of a person.
 *
 * @param sequence place in the chain, from 1 without gaps
 * @param role role the person held; null when the role is not known
 * @param origin network address the person came from
 * @param subject what was decided on, for example {@code quota/health}
 * @param before state before as JSON; null where there was none
 * @param after state after as JSON; null where there is none
 * @param requestId the call in which the decision was made; null where none was known
 * @param format which fields the hash covers
 * @param digest name of the digest the hash was made with, for example {@code SHA-256}
 * @param hash digest over this entry and the hash of the one before
 */
public record AuditEntry(
        long sequence,
        Instant at,
        String actor,
        @Nullable String role,
        String origin,
        String action,
        String subject,
        @Nullable String before,
        @Nullable String after,
        @Nullable String requestId,
        int format,
        String digest,
        String previousHash,
        String hash) {

    /** The same entry as it would stand at another place of the chain. */
    public AuditEntry at(long place) {
        return new AuditEntry(
                place,
                at,
                actor,
                role,
                origin,
                action,
                subject,
                before,
                after,
                requestId,
                format,
                digest,
                previousHash,
                hash);
    }
}
