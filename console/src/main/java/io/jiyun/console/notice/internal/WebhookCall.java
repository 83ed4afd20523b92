package io.jiyun.console.notice.internal;

import io.jiyun.console.notice.NoticeProperties;
import io.jiyun.console.notice.internal.DeliveryTable.Item;
import io.jiyun.console.notice.internal.WebhookTable.Open;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A call of a webhook. Never follows redirects: an address is where an administrator put it. */
@Component
class WebhookCall {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int SUCCESS = 2;

    private final HttpClient http =
            HttpClient.newBuilder()
                    .connectTimeout(PATIENCE)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();
    private final WebhookTable webhooks;
    private final NoticeProperties properties;
    private final JsonMapper json;
    private final Clock clock;

    WebhookCall(WebhookTable webhooks, NoticeProperties properties, JsonMapper json, Clock clock) {
        this.webhooks = webhooks;
        this.properties = properties;
        this.json = json;
        this.clock = clock;
    }

    void send(String id, List<Item> items) throws NotDelivered {
        Open webhook =
                webhooks.open(id).orElseThrow(() -> new NotDelivered("the webhook was removed"));
        long time = clock.instant().toEpochMilli();
        HttpRequest request = request(webhook, items, time);
        try {
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() / 100 != SUCCESS) {
                throw new NotDelivered("the webhook answered " + answer.statusCode());
            }
            requireTaken(answer.body());
        } catch (IOException unreachable) {
            throw new NotDelivered("the webhook cannot be reached: " + unreachable.getMessage());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new NotDelivered("the console was stopped");
        }
    }

    private HttpRequest request(Open webhook, List<Item> items, long time) {
        String body =
                json.writeValueAsString(
                        WebhookBody.of(webhook.style(), items, properties.address()));
        String secret = webhook.secret();
        URI address =
                secret == null
                        ? webhook.url()
                        : Signature.address(webhook.style(), webhook.url(), secret, time);
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address)
                        .timeout(PATIENCE)
                        .header("Content-Type", "application/json;charset=UTF-8")
                        .POST(BodyPublishers.ofString(body));
        if (secret != null) {
            request.header("X-Jiyun-Timestamp", Long.toString(time))
                    .header("X-Jiyun-Signature", Signature.header(secret, time, body));
        }
        return request.build();
    }

    /** Chat robots answer 200 also when they refuse, with an error code. */
    private void requireTaken(String body) throws NotDelivered {
        JsonNode code;
        try {
            code = json.readTree(body).path("errcode");
        } catch (JacksonException noJson) {
            return;
        }
        if (code.isNumber() && code.asInt() != 0) {
            throw new NotDelivered("the chat robot refused with code " + code.asInt());
        }
    }
}
