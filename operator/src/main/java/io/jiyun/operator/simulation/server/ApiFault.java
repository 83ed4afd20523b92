package io.jiyun.operator.simulation.server;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A refusal, worded as the real API server words it, since clients and people read the text. */
public final class ApiFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int code;
    private final String reason;

    private ApiFault(int code, String reason, String message) {
        super(message, null, false, false);
        this.code = code;
        this.reason = reason;
    }

    static ApiFault notFound(ObjectKey key) {
        return new ApiFault(404, "NotFound", named(key) + " not found");
    }

    static ApiFault noSuchPath() {
        return new ApiFault(404, "NotFound", "the server could not find the requested resource");
    }

    static ApiFault alreadyExists(ObjectKey key) {
        return new ApiFault(409, "AlreadyExists", named(key) + " already exists");
    }

    static ApiFault modified(ObjectKey key) {
        return new ApiFault(
                409,
                "Conflict",
                "Operation cannot be fulfilled on "
                        + named(key)
                        + ": the object has been modified; please apply your changes to the latest"
                        + " version and try again");
    }

    static ApiFault applyConflict(String message) {
        return new ApiFault(409, "Conflict", message);
    }

    static ApiFault forbidden(ObjectKey key, String why) {
        return new ApiFault(403, "Forbidden", named(key) + " is forbidden: " + why);
    }

    static ApiFault invalid(ObjectKey key, String causes) {
        return new ApiFault(
                422,
                "Invalid",
                "%s%s \"%s\" is invalid: %s"
                        .formatted(
                                key.type().kind(),
                                key.type().group().isEmpty() ? "" : "." + key.type().group(),
                                key.name(),
                                causes));
    }

    static ApiFault badRequest(String message) {
        return new ApiFault(400, "BadRequest", message);
    }

    static ApiFault methodNotAllowed() {
        return new ApiFault(
                405,
                "MethodNotAllowed",
                "the server does not allow this method on the requested resource");
    }

    static ApiFault expired(long revision) {
        return new ApiFault(410, "Expired", "too old resource version: " + revision);
    }

    private static String named(ObjectKey key) {
        return key.type().qualifiedName() + " \"" + key.name() + "\"";
    }

    public int code() {
        return code;
    }

    ObjectNode status() {
        ObjectNode status = JsonNodeFactory.instance.objectNode();
        status.put("kind", "Status").put("apiVersion", "v1").set("metadata", status.objectNode());
        return status.put("status", "Failure")
                .put("message", getMessage())
                .put("reason", reason)
                .put("code", code);
    }
}
