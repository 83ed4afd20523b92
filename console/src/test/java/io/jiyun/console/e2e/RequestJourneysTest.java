package io.jiyun.console.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Three journeys by keyboard alone, each short enough for every day. */
class RequestJourneysTest extends DemoTests {
    private static final int MANY = 20;

    @BeforeAll
    static void requestsOfTheDemo() {
        api("health-clerk").anyRequest("WITHDRAWN");
    }

    @Test
    void aClerkFilesARaiseAndWhatIsSignedOffReachesTheCluster() {
        long before = demo().quota();
        String number;
        try (Person clerk = someone().signsIn("health-clerk")) {
            Keyboard keyboard = new Keyboard(clerk);
            keyboard.goesTo('f').isIn("处理器").types("2").presses("Tab").isIn("内存").types("4");
            keyboard.presses("Tab", 3).isIn("申请理由").types("门诊预约系统扩容，依据卫健信函〔2026〕8号");
            keyboard.presses("Control+Enter").sees("审批中").sees("办理过程").arrives();
            number = clerk.page().url().replaceAll(".*/", "");
        }
        assertThat(number).startsWith("REQ-");
        for (String username :
                List.of("health-head", "cloud-admin", "cloud-admin", "cloud-reviewer")) {
            api(username).approves(number);
        }
        await("the raise in the ResourceQuotas")
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(demo().slices()).isEqualTo(before + 2_000));
    }

    @Test
    void anAdministratorLooksThroughTwentyRequestsAndApprovesThemAtOnce() {
        List<String> numbers = acceptedByTheHead(MANY);
        try (Person administrator = someone().signsIn("cloud-admin")) {
            Keyboard keyboard = new Keyboard(administrator);
            keyboard.goesTo('t').sees("疫苗接种日第 1 号").presses("x").canPress("a").presses("a");
            numbers.forEach(number -> keyboard.sees(number + " · "));
            keyboard.sees("可以满足").sees("处理器 1 核").isIn("意见").types("材料齐全，予以受理");
            keyboard.presses("Control+Enter").seesNoMore("可以满足").arrives();
        }
        ApiPerson portal = api("cloud-admin");
        assertThat(numbers)
                .allSatisfy(number ->
                        assertThat(
                                        portal.get("/api/v1/requests/" + number)
                                                .at("/timeline")
                                                .valueStream()
                                                .map(event -> event.get("reason").asString()))
                                .contains("材料齐全，予以受理"));
    }

    @Test
    void aClerkFindsOutFromANoticeWhyARequestWasRejected() {
        String number = api("health-clerk").submits(raise(3, "影像归档扩容"));
        api("health-head")
                .post(
                        "/api/v1/requests/" + number + "/reject",
                        "{\"reason\": \"项目尚未立项\", \"advice\": \"取得立项批复后重新申请\"}");
        try (Person clerk = someone().signsIn("health-clerk")) {
            Keyboard keyboard = new Keyboard(clerk);
            keyboard.goesTo('n').sees(number).presses("j").presses("ArrowRight");
            keyboard.presses("Enter", 2).sees("已驳回：理由：项目尚未立项；建议：取得立项批复后重新申请");
            keyboard.sees("办理过程").arrives();
            assertThat(clerk.page().url()).endsWith("/requests/" + number);
        }
    }

    private static List<String> acceptedByTheHead(int many) {
        ApiPerson clerk = api("health-clerk");
        ApiPerson head = api("health-head");
        List<String> numbers =
                IntStream.rangeClosed(1, many)
                        .mapToObj(index -> clerk.submits(raise(1, "疫苗接种日第 " + index + " 号")))
                        .toList();
        numbers.forEach(head::approves);
        return numbers;
    }

    /** For a time only: no rule decides on that by itself. */
    private static String raise(int cores, String reason) {
        OffsetDateTime from =
                OffsetDateTime.now(ZoneOffset.UTC).plusDays(1).truncatedTo(ChronoUnit.SECONDS);
        return """
        {"type": "TEMPORARY", "quota": "health", "reason": "%s", "from": "%s", "until": "%s",
         "pools": [{"cloud": "provincial", "pool": "gov-x86", "resources": {"requests.cpu": "%d"}}]}
        """
                .formatted(reason, from, from.plusDays(30), cores);
    }
}
