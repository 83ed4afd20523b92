package io.jiyun.console.api;

import io.jiyun.console.language.Sentences;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Versions as HTTP writes them. */
final class EntityTags {
    private static final Pattern TAG = Pattern.compile("(?:W/)?\"(\\d{1,18})\"|(\\d{1,18})");

    private EntityTags() {}

    static String of(long version) {
        return "\"" + version + "\"";
    }

    /** The version a request was made on; null when it does not care. */
    static @Nullable Long expected(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank() || ifMatch.strip().equals("*")) {
            return null;
        }
        Matcher tag = TAG.matcher(ifMatch.strip());
        if (!tag.matches()) {
            throw new BadRequest(
                    List.of(
                            Sentences.violation(
                                    "InvalidTag", "If-Match", "api.invalid-tag", ifMatch)));
        }
        return Long.valueOf(tag.group(1) == null ? tag.group(2) : tag.group(1));
    }
}
