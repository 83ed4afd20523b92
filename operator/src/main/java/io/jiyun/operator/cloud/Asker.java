package io.jiyun.operator.cloud;

import java.util.regex.Pattern;

/**
 * Who asked for what, so that one who asks again is known to be the same.
 *
 * @param what the object; where the API server makes up the end of its name anew each time, without
 *     that end
 * @param user empty where only an event tells, which names nobody
 * @param size empty where the name tells one ask from another
 */
record Asker(String what, String user, String size) {
    /** What an API server appends to a name that is to be generated. */
    private static final int GENERATED = 5;

    private static final Pattern LOOKS_GENERATED =
            Pattern.compile(".*[bcdfghjklmnpqrstvwxz2456789]{" + GENERATED + "}\"");

    private static final String COUNTED = "whoever was counted";

    /** One of those whom API servers counted. */
    static Asker counted(int number) {
        return new Asker(COUNTED, "", Integer.toString(number));
    }

    /** A controller whose event tells. */
    static Asker byEvent(Refusal refusal) {
        String object = refusal.object();
        boolean isGenerated = LOOKS_GENERATED.matcher(object).matches();
        return new Asker(isGenerated ? withoutEnd(object) : object, "", "");
    }

    /** Whoever the audit stream names. */
    static Asker byAudit(Refusal refusal, RefusedRequest request) {
        String object = refusal.object();
        if (!request.verb().equals("create")) {
            return new Asker(request.subresource() + " of " + object, request.user(), "");
        }
        return request.isNamed()
                ? new Asker(object, request.user(), "")
                : new Asker(withoutEnd(object), request.user(), refusal.ask().amount().toString());
    }

    boolean isCounted() {
        return what.equals(COUNTED);
    }

    boolean isUnknown() {
        return user.isEmpty();
    }

    private static String withoutEnd(String object) {
        return object.substring(0, Math.max(0, object.length() - GENERATED - 1));
    }
}
