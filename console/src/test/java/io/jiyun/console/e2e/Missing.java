package io.jiyun.console.e2e;

import org.junit.jupiter.api.Assumptions;

/** What to do where something a test needs is not on the machine. */
final class Missing {

    /** Skips the test, or fails it where no test may be skipped. */
    static void unless(boolean there, String sentence) {
        if (!there && System.getenv("JIYUN_REQUIRE") != null) {
            throw new AssertionError(sentence);
        }
        Assumptions.assumeTrue(there, sentence);
    }

    private Missing() {}
}
