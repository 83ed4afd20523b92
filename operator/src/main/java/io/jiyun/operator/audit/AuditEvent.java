package io.jiyun.operator.audit;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.jiyun.operator.cloud.RefusedRequest;
import java.net.HttpURLConnection;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is read of an Event of audit.k8s.io/v1; any part may be missing. */
@JsonIgnoreProperties(ignoreUnknown = true)
record AuditEvent(
        @Nullable String stage,
        @Nullable String requestURI,
        @Nullable String verb,
        @Nullable User user,
        @Nullable ObjectReference objectRef,
        @Nullable Status responseStatus,
        @Nullable String stageTimestamp) {

    @JsonIgnoreProperties(ignoreUnknown = true)
    record User(@Nullable String username) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record ObjectReference(
            @Nullable String resource,
            @Nullable String namespace,
            @Nullable String name,
            @Nullable String subresource) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Status(int code, @Nullable String message) {
        /** Quota refuses with 403, and with 409 where it was charged by too many at once. */
        boolean mayBeOfQuota() {
            return code == HttpURLConnection.HTTP_FORBIDDEN
                    || code == HttpURLConnection.HTTP_CONFLICT;
        }
    }

    /** The request, where it was refused for good and stands in a namespace. */
    Optional<RefusedRequest> refused(Instant received) {
        if (!"ResponseComplete".equals(stage)
                || responseStatus == null
                || !responseStatus.mayBeOfQuota()
                || responseStatus.message() == null
                || objectRef == null
                || "resourcequotas".equals(objectRef.resource()) // changed by hand: no admission
                || objectRef.namespace() == null) {
            return Optional.empty();
        }
        return Optional.of(
                new RefusedRequest(
                        objectRef.namespace(),
                        user == null ? "unknown" : orEmpty(user.username()),
                        orEmpty(verb),
                        orEmpty(objectRef.subresource()),
                        objectRef.name() != null,
                        orEmpty(requestURI).contains("dryRun="),
                        responseStatus.message(),
                        moment(received)));
    }

    private Instant moment(Instant received) {
        try {
            return stageTimestamp == null
                    ? received
                    : OffsetDateTime.parse(stageTimestamp).toInstant();
        } catch (DateTimeException unreadable) {
            return received;
        }
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
