package io.jiyun.console.quota.internal;

import io.jiyun.console.quota.QuotaDraft;
import io.jiyun.console.quota.Submission;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Tells whether two requests ask the same thing. */
final class Fingerprint {
    private Fingerprint() {}

    static String of(String name, QuotaDraft draft, Submission submission) {
        String content = submission.asked() == null ? draft.toString() : submission.asked();
        String asked = name + '\n' + submission.reason() + '\n' + content;
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(asked.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
