package io.jiyun.console.account.internal;

import java.security.SecureRandom;
import org.springframework.stereotype.Component;

/**
 * Passwords that somebody hands over and the person changes at once; without letters and digits
 * that look alike.
 */
@Component
class OneTimePasswords {
    private static final String UPPER = "ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final String LOWER = "abcdefghijkmnpqrstuvwxyz";
    private static final String DIGITS = "23456789";
    private static final int GROUPS = 3;

    private final SecureRandom random = new SecureRandom();

    String next() {
        StringBuilder password = new StringBuilder();
        for (int group = 0; group < GROUPS; group++) {
            password.append(group == 0 ? "" : "-");
            for (String alphabet : new String[] {UPPER, LOWER, LOWER, DIGITS, DIGITS}) {
                password.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
        }
        return password.toString();
    }
}
