package io.jiyun.console.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pages, each as who works there sees it. */
class AccessibilityTest extends DemoTests {
    private static final Path SCREENSHOTS = Path.of("target/screenshots");
    private static final List<String> GRAVE = List.of("serious", "critical");

    private static String request = "";

    @BeforeAll
    static void aRejectedRequest() {
        request = api("health-clerk").anyRequest("REJECTED");
    }

    @ParameterizedTest
    @CsvSource({
        "health-clerk, zh-CN, /requests /requests/new /requests/REJECTED /notices",
        "health-clerk, en, /requests /requests/new /requests/REJECTED /notices",
        "cloud-admin, zh-CN, /tasks /password /second-factor",
        "cloud-admin, en, /tasks /password /second-factor",
        "cloud-admin, zh-CN, / /overview /quotas /quotas/new",
        "cloud-admin, zh-CN, /quotas/health /quotas/healthcare-security"
                + " /quotas/healthcare-security/edit /quotas/health/what-if",
        "security-admin, zh-CN, /workflows /calendar",
        "security-admin, en, /workflows /calendar",
        "system-admin, zh-CN, /accounts /bureaus /channels",
        "system-admin, en, /accounts /bureaus /channels",
        "audit-admin, zh-CN, /audit",
        "audit-admin, en, /audit"
    })
    void pagesHaveNoGraveFindingInEitherColourScheme(
            String username, String language, String pages) {
        List<String> findings = new ArrayList<>();
        try (Person person = someone().signsIn(username).speaks(language)) {
            for (String path : pages.split(" ", -1)) {
                person.opens(path.replace("REJECTED", request));
                person.page().locator("h1").first().waitFor();
                for (String scheme : List.of("light", "dark")) {
                    person.choosesScheme(scheme);
                    String picture = name(path) + "-" + language + "-" + scheme;
                    person.photographs(SCREENSHOTS.resolve(picture + ".png"));
                    grave(person).map(one -> picture + ": " + one).forEach(findings::add);
                }
            }
        }
        assertThat(findings).isEmpty();
    }

    private static String name(String path) {
        return path.equals("/") ? "home" : path.substring(1).replace('/', '-');
    }

    private static Stream<String> grave(Person person) {
        // Without frames one run in the page is all; the other mode opens a page more for each
        // result.
        return new AxeBuilder(person.page())
                .setLegacyMode(true).analyze().getViolations().stream()
                        .filter(rule -> GRAVE.contains(rule.getImpact()))
                        .map(rule -> rule.getId() + " " + rule.getNodes().getFirst().getHtml());
    }
}
