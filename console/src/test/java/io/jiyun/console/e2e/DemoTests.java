package io.jiyun.console.e2e;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

/** A demo for all tests of a class, and a browser from the first test on that needs one. */
@Tag("e2e")
abstract class DemoTests {
    private static @Nullable Demo demo;
    private static @Nullable Browser browser;

    @BeforeAll
    static void aDemo(@TempDir Path data) throws IOException {
        demo = Demo.start(data);
    }

    @AfterAll
    static void endsAll() {
        if (browser != null) {
            browser.close();
            browser = null;
        }
        if (demo != null) {
            demo.close();
            demo = null;
        }
    }

    static Demo demo() {
        return Objects.requireNonNull(demo);
    }

    static Person someone() {
        if (browser == null) {
            browser = Browser.open();
        }
        return browser.person(demo().address());
    }

    /** The same person without a browser. */
    static ApiPerson api(String username) {
        return ApiPerson.of(demo().address(), username);
    }
}
