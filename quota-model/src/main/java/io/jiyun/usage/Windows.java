package io.jiyun.usage;

import java.time.Duration;

/** Windows are whole hours, as the series are recorded hourly where it matters. */
final class Windows {
    private Windows() {}

    static void check(Duration window) {
        boolean wholeHours =
                window.toHours() > 0 && window.equals(Duration.ofHours(window.toHours()));
        if (!wholeHours) {
            throw new IllegalArgumentException("a window is a number of whole hours: " + window);
        }
    }

    static String print(Duration window) {
        long hours = window.toHours();
        return hours % 24 == 0 ? hours / 24 + "d" : hours + "h";
    }

    static Duration parse(String text) {
        long number = Long.parseLong(text.substring(0, text.length() - 1));
        return text.endsWith("d") ? Duration.ofDays(number) : Duration.ofHours(number);
    }
}
