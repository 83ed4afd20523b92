package io.jiyun.console.account.ui;

import java.util.Set;

/** Reasons for which somebody with the right password does not come in. */
final class Obstacles {
    private static final Set<String> KNOWN =
            Set.of(
                    "locked",
                    "disabled",
                    "expired",
                    "ungranted",
                    "external-role",
                    "external-bureau",
                    "external-name",
                    "external-disabled");

    private Obstacles() {}

    /** Only these have a sentence; anything else in the address is a wrong password. */
    static boolean are(String error) {
        return KNOWN.contains(error);
    }
}
