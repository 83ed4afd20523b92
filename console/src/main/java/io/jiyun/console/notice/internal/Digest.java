package io.jiyun.console.notice.internal;

import io.jiyun.console.notice.internal.DeliveryTable.Item;
import java.util.List;
import java.util.stream.Collectors;

/** Several notices as one text. */
final class Digest {
    private Digest() {}

    static String text(List<Item> items, String console) {
        return items.stream()
                .map(item -> item.text() + "\n" + console + "/" + item.link())
                .collect(Collectors.joining("\n\n"));
    }
}
