package io.jiyun.console.notice.internal;

import io.jiyun.console.notice.Webhook;
import io.jiyun.console.notice.internal.DeliveryTable.Item;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What is sent to each kind of place. */
final class WebhookBody {
    private static final String TITLE = "集云通知";

    private WebhookBody() {}

    static Map<String, Object> of(Webhook.Style style, List<Item> items, String console) {
        return switch (style) {
            case WECOM ->
                    Map.of(
                            "msgtype",
                            "markdown",
                            "markdown",
                            Map.of("content", markdown(items, console)));
            case DINGTALK ->
                    Map.of(
                            "msgtype",
                            "markdown",
                            "markdown",
                            Map.of("title", TITLE, "text", markdown(items, console)));
            case PLAIN ->
                    Map.of(
                            "notices",
                            items.stream()
                                    .map(item ->
                                            Map.of(
                                                    "id", item.id(),
                                                    "text", item.text(),
                                                    "link", console + "/" + item.link()))
                                    .toList());
        };
    }

    private static String markdown(List<Item> items, String console) {
        return items.stream()
                .map(item ->
                        "- [" + escaped(item.text()) + "](" + console + "/" + item.link() + ")")
                .collect(Collectors.joining("\n"));
    }

    /** Names that people chose do not become links or headings. */
    private static String escaped(String text) {
        return text.replaceAll("\\s+", " ").replaceAll("([\\\\\\[\\]()*_#`<>!@])", "\\\\$1");
    }
}
