package io.jiyun.operator.cloud;

import io.fabric8.kubernetes.api.model.Quantity;
import io.jiyun.api.v1alpha1.JiyunApi;
import io.jiyun.api.v1alpha1.Quantities;
import io.jiyun.quota.amount.Resources;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an API server says when a quota refuses a request. Events of controllers and the audit
 * stream carry the same sentence, word by word. A quota also refuses, and API servers count it as
 * any other refusal, where so many charge it at once that one of them gives up: that one has room.
 *
 * @param text the sentence, without what a controller puts before it
 * @param object resource and name of what was refused, as {@code pods "web-x2b7k"}; those of the
 *     quota where too many charged it
 * @param ask empty where it was another quota than Jiyun's, or has room
 */
record Refusal(String text, String object, Ask ask) {
    /** Longer ones are none of an API server's. */
    private static final int LONGEST = 4_096;

    private static final Pattern SENTENCE =
            Pattern.compile(
                    "[a-z0-9.-]{1,253}(?: \"[^\"]*\")?"
                            + "(?= is forbidden: (?:exceeded|failed) quota: )"
                            + "|(?<=Operation cannot be fulfilled on )"
                            + "resourcequotas \"[^\"]*\"(?=: )");
    private static final Pattern ASK =
            Pattern.compile(
                    "exceeded quota: "
                            + JiyunApi.QUOTA_NAME
                            + ", requested: (\\S+), used: (\\S+), limited: ");
    private static final Pattern PAIR = Pattern.compile("([^=,]+)=([^=,]+)");

    static Optional<Refusal> in(@Nullable String message) {
        if (message == null || message.length() > LONGEST) {
            return Optional.empty();
        }
        Matcher sentence = SENTENCE.matcher(message);
        return sentence.find()
                ? Optional.of(
                        new Refusal(
                                message.substring(sentence.start()),
                                sentence.group(),
                                ask(message)))
                : Optional.empty();
    }

    private static Ask ask(String message) {
        Matcher matcher = ASK.matcher(message);
        return matcher.find()
                ? new Ask(amounts(matcher.group(1)), amounts(matcher.group(2)))
                : Ask.NONE;
    }

    private static Resources amounts(String text) {
        Map<String, Quantity> amounts = new TreeMap<>();
        Matcher pair = PAIR.matcher(text);
        while (pair.find()) {
            amounts.put(pair.group(1), new Quantity(pair.group(2)));
        }
        return Quantities.observed(amounts);
    }
}
