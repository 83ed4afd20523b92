package io.jiyun.console.api;

import io.jiyun.api.v1alpha1.SpecViolation;
import io.jiyun.console.api.QuotaBodies.NamespaceBody;
import io.jiyun.console.api.QuotaBodies.PoolBody;
import io.jiyun.console.api.RequestBodies.RequestBody;
import io.jiyun.console.language.Sentences;
import io.jiyun.console.quota.QuotaDraft.NamespaceDraft;
import io.jiyun.console.request.RequestContent;
import io.jiyun.console.request.RequestContent.PoolAmount;
import io.jiyun.console.request.RequestDraft;
import io.jiyun.console.workflow.RequestType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a request out of what a program sent. A draft may be incomplete; submitting tells. */
final class RequestReading {
    private RequestReading() {}

    static RequestDraft draft(RequestBody body) {
        List<SpecViolation> missing = new ArrayList<>();
        RequestType type = body.type();
        if (type == null) {
            missing.add(missing("type"));
        }
        if (body.quota() == null) {
            missing.add(missing("quota"));
        }
        if (type == null || !missing.isEmpty()) {
            throw new BadRequest(missing);
        }
        return new RequestDraft(text(body.quota()), content(type, body), text(body.reason()));
    }

    private static RequestContent content(RequestType type, RequestBody body) {
        NamespaceBody namespace = body.namespace();
        return switch (type) {
            case INCREASE -> new RequestContent.Increase(pools(body.pools()));
            case DECREASE -> new RequestContent.Decrease(pools(body.pools()));
            case TEMPORARY ->
                    new RequestContent.Temporary(pools(body.pools()), body.from(), body.until());
            case EXTENSION -> new RequestContent.Extension(text(body.grant()), body.until());
            case NAMESPACE ->
                    new RequestContent.Settlement(
                            namespace == null
                                    ? new NamespaceDraft("", "", "")
                                    : new NamespaceDraft(
                                            text(namespace.name()),
                                            text(namespace.cloud()),
                                            text(namespace.pool()),
                                            namespace.weight(),
                                            amounts(namespace.min()),
                                            amounts(namespace.max())),
                            amounts(body.resources()));
            case RETURN -> new RequestContent.Return(text(body.cloud()), text(body.pool()));
            case EXEMPTION ->
                    new RequestContent.Exemption(
                            namespace == null ? text(body.cloud()) : text(namespace.cloud()),
                            namespace == null ? "" : text(namespace.name()),
                            body.lastDay());
        };
    }

    private static List<PoolAmount> pools(@Nullable List<PoolBody> pools) {
        return pools == null
                ? List.of()
                : pools.stream()
                        .map(pool ->
                                new PoolAmount(
                                        text(pool.cloud()),
                                        text(pool.pool()),
                                        amounts(pool.resources())))
                        .toList();
    }

    private static Map<String, String> amounts(@Nullable Map<String, @Nullable String> amounts) {
        Map<String, String> texts = new LinkedHashMap<>();
        if (amounts != null) {
            amounts.forEach((name, amount) -> texts.put(name, text(amount)));
        }
        return texts;
    }

    static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static SpecViolation missing(String field) {
        return Sentences.violation("MissingField", field, "api.missing-field", field);
    }
}
