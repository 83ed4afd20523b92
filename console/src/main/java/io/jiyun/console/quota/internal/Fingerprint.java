package io.jiyun.console.quota.internal;

import io.jiyun.console.digest.Sha256;
import io.jiyun.console.quota.QuotaDraft;
import io.jiyun.console.quota.Submission;

/** Tells whether two requests ask the same thing. */
final class Fingerprint {
    private Fingerprint() {}

    static String of(String name, QuotaDraft draft, Submission submission) {
        String content = submission.asked() == null ? draft.toString() : submission.asked();
        return Sha256.of(name + '\n' + submission.reason() + '\n' + content);
    }
}
