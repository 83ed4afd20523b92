package io.jiyun.console.notice.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;
import io.jiyun.console.ConsoleTests;
import io.jiyun.console.OnH2;
import io.jiyun.console.access.Role;
import io.jiyun.console.notice.Audience;
import io.jiyun.console.notice.NoticeChannels;
import io.jiyun.console.notice.NoticeKind;
import io.jiyun.console.notice.NoticeService;
import io.jiyun.console.notice.Notices;
import io.jiyun.console.notice.Webhook;
import io.jiyun.console.notice.WebhookDraft;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

@OnH2
@SuppressWarnings("NullAway.Init") // the server is there before each test
class DelivererTest extends ConsoleTests {
    private static final GreenMail MAIL =
            new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP).dynamicPort());
    private static final Duration LATER = Duration.ofSeconds(21);

    static {
        MAIL.start();
    }

    @DynamicPropertySource
    static void mailServer(DynamicPropertyRegistry registry) {
        registry.add("spring.mail.host", () -> "127.0.0.1");
        registry.add("spring.mail.port", () -> MAIL.getSmtp().getPort());
    }

    private record Call(String query, String signature, String timestamp, String body) {}

    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final AtomicInteger status = new AtomicInteger(200);
    private HttpServer robot;

    @Autowired private Notices notices;
    @Autowired private NoticeChannels channels;
    @Autowired private NoticeService own;
    @Autowired private Deliverer deliverer;
    @Autowired private TransactionTemplate transaction;

    @BeforeEach
    void aRobotAndAMailbox() throws IOException, FolderException {
        for (String table : List.of("notice", "notice_delivery", "notice_webhook")) {
            jdbc.sql("delete from " + table).update();
        }
        jdbc.sql("update account set email = 'finance@example.cn' where username = 'finance'")
                .update();
        MAIL.purgeEmailFromAllMailboxes();
        robot = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        robot.createContext(
                "/",
                exchange -> {
                    calls.add(
                            new Call(
                                    String.valueOf(exchange.getRequestURI().getRawQuery()),
                                    String.valueOf(
                                            exchange.getRequestHeaders()
                                                    .getFirst("X-Jiyun-Signature")),
                                    String.valueOf(
                                            exchange.getRequestHeaders()
                                                    .getFirst("X-Jiyun-Timestamp")),
                                    new String(
                                            exchange.getRequestBody().readAllBytes(),
                                            StandardCharsets.UTF_8)));
                    exchange.sendResponseHeaders(status.get(), -1);
                    exchange.close();
                });
        robot.start();
        signIn(Role.SYSTEM_ADMIN, null);
    }

    @AfterEach
    void noRobot() {
        robot.stop(0);
        jdbc.sql("update account set email = null").update();
    }

    @Test
    void aPersonIsToldOnThePagesAndByMail() throws MessagingException, IOException {
        tellFinance("REQ-2026-000001");
        time().letPass(LATER);
        deliverer.workOff();

        MimeMessage message = MAIL.getReceivedMessages()[0];
        assertThat(message.getAllRecipients()[0]).hasToString("finance@example.cn");
        assertThat(message.getSubject()).startsWith("[集云]").contains("REQ-2026-000001");
        assertThat(message.getContent().toString()).contains("/requests/REQ-2026-000001");
        assertThat(
                        jdbc.sql("select count(*) from notice where username = 'finance'")
                                .query(Long.class)
                                .single())
                .isEqualTo(1);
    }

    @Test
    void whatComesInABurstGoesAsOneMessage() {
        for (int number = 1; number <= 12; number++) {
            tellFinance("REQ-2026-0000" + number);
        }
        time().letPass(LATER);
        deliverer.workOff();

        assertThat(MAIL.getReceivedMessages()).hasSize(1);
        assertThat(channels.state().waiting()).isZero();
    }

    @Test
    void aWebhookGetsSignedJson() {
        addWebhook(Webhook.Style.PLAIN, "s3cret");
        tellFinance("REQ-2026-000001");
        time().letPass(LATER);
        deliverer.workOff();

        assertThat(calls)
                .singleElement()
                .satisfies(call -> {
                    assertThat(call.body()).contains("\"notices\"").contains("REQ-2026-000001");
                    assertThat(call.signature())
                            .isEqualTo(
                                    Signature.header(
                                            "s3cret",
                                            Long.parseLong(call.timestamp()),
                                            call.body()));
                });
    }

    @Test
    void aChatRobotGetsWhatItUnderstands() {
        addWebhook(Webhook.Style.DINGTALK, "SECabc");
        addWebhook(Webhook.Style.WECOM, null);
        tellFinance("REQ-2026-000001");
        time().letPass(LATER);
        deliverer.workOff();

        assertThat(calls)
                .hasSize(2)
                .allMatch(call -> call.body().contains("\"msgtype\":\"markdown\""));
        assertThat(calls)
                .anyMatch(call -> call.query().contains("sign="))
                .anyMatch(call -> call.body().contains("\"content\""));
    }

    @Test
    void aRobotThatFailsIsTriedAgainAndHoldsNothingUp() {
        addWebhook(Webhook.Style.PLAIN, null);
        status.set(503);
        tellFinance("REQ-2026-000001");
        time().letPass(LATER);
        deliverer.workOff();
        assertThat(channels.state().waiting()).isEqualTo(1);
        assertThat(channels.state().lastError()).contains("503");
        assertThat(MAIL.getReceivedMessages()).as("mail goes all the same").hasSize(1);

        status.set(200);
        time().letPass(Duration.ofMinutes(1));
        deliverer.workOff();

        assertThat(channels.state().waiting()).isZero();
        assertThat(calls).hasSize(2);
    }

    @Test
    void aTargetIsNotWrittenToMoreOftenThanItTakes() {
        tellFinance("REQ-2026-000001");
        time().letPass(LATER);
        deliverer.workOff();
        tellFinance("REQ-2026-000002");
        jdbc.sql("update notice_delivery set next_attempt_at = created_at").update();
        deliverer.workOff();
        assertThat(MAIL.getReceivedMessages()).hasSize(1);

        time().letPass(Duration.ofSeconds(7));
        deliverer.workOff();
        assertThat(MAIL.getReceivedMessages()).hasSize(2);
    }

    @Test
    void aDecisionThatDoesNotStandTellsNobody() {
        transaction.executeWithoutResult(status -> {
            tell("REQ-2026-000001");
            status.setRollbackOnly();
        });

        assertThat(rows("notice")).isZero();
        assertThat(rows("notice_delivery")).isZero();
    }

    @Test
    void addressAndSecretAreSealed() {
        addWebhook(Webhook.Style.PLAIN, "s3cret");

        assertThat(jdbc.sql("select url from notice_webhook").query(String.class).single())
                .doesNotContain("127.0.0.1");
        assertThat(channels.webhooks().getFirst().host()).isEqualTo("127.0.0.1");
        assertThat(own.unread()).isZero();
        assertThat(channels.add(new WebhookDraft("x", Webhook.Style.PLAIN, "file:///etc", null)))
                .hasSize(1);
    }

    private void tellFinance(String number) {
        transaction.executeWithoutResult(status -> tell(number));
    }

    private void tell(String number) {
        notices.tell(
                new Audience.Holders(Role.FINANCE, null),
                NoticeKind.REQUEST_PROVISIONED,
                "requests/" + number,
                number,
                "扩容");
    }

    private void addWebhook(Webhook.Style style, @org.jspecify.annotations.Nullable String secret) {
        assertThat(
                        channels.add(
                                new WebhookDraft(
                                        "群",
                                        style,
                                        "http://127.0.0.1:"
                                                + robot.getAddress().getPort()
                                                + "/hook?key=1",
                                        secret)))
                .isEmpty();
    }
}
